"""The labs: the course from the perceptron to backpropagation, as scenes with a window each."""
