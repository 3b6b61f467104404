"""From the project a person draws to the network the engine computes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.scaling import Scaler
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec, SpecError, TrainingSpec
from mlp_studio.engine.splitting import Data, Split
from mlp_studio.project.fitting import network_inputs, output_problems
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.parting import scaler_of, split_of
from mlp_studio.project.problems import Problem, Problems
from mlp_studio.project.structure import structure_problems


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A project that can run.

    `parameters` is the flat vector of the weights and biases as they are now, in the run's
    precision; `inputs` is (samples, input units), features computed and then scaled by `scaler`,
    which is fitted on the training rows of `split`; `targets` is (samples, output units).
    """

    spec: NetworkSpec
    network: Network
    parameters: NDArray[Any]
    inputs: NDArray[np.float64]
    targets: NDArray[np.float64]
    training: TrainingSpec
    split: Split
    scaler: Scaler

    @property
    def data(self) -> Data:
        """The samples part by part, as a run takes them."""
        return Data.of(self.inputs, self.targets, self.split)


def compile_project(project: Project) -> Compiled | Problems:
    """The network, its parameters and its data; or all that is still missing.

    A project without data has a Problem at "data": there is nothing to step or train with.
    """
    problems = structure_problems(project)
    if project.data is None:
        return Problems((*problems, Problem("data", "no_data")))
    if problems:
        return Problems(problems)
    raw = network_inputs(project, project.data)
    misfits = output_problems(project, project.data)
    if isinstance(raw, tuple):
        return Problems((*raw, *misfits))
    if misfits:
        return Problems(misfits)
    try:
        spec = network_spec(project)
        network = Network(spec, np.dtype(project.training.precision))
    except SpecError as error:
        return Problems((Problem("", "invalid", {"reason": str(error)}),))
    split = split_of(project.data, project.training)
    scaler = scaler_of(project.data, raw, split)
    inputs = scaler.scaled(raw)
    vector = parameters(project, network)
    if not (np.isfinite(vector).all() and _fits(inputs, vector.dtype)):
        return Problems((Problem("training", "too_large", {"precision": vector.dtype.name}),))
    return Compiled(
        spec=spec,
        network=network,
        parameters=vector,
        inputs=inputs,
        targets=project.data.targets.values,
        training=project.training,
        split=split,
        scaler=scaler,
    )


def network_spec(project: Project) -> NetworkSpec:
    """The structure alone. Raises SpecError if the layers and links are not a network."""
    return NetworkSpec(
        layers=tuple(_layer_spec(layer) for layer in project.layers),
        links=tuple(
            LinkSpec(link.source, link.target, link.mask, link.frozen, link.frozen_edges)
            for link in project.links
        ),
        loss=project.loss,
    )


def parameters(project: Project, network: Network) -> NDArray[Any]:
    """The flat vector: weights and biases that are set, and for the rest what the seed draws.

    Infinite where a value is too large for the precision.
    """
    dtype = np.dtype(project.training.precision)
    vector = initial_parameters(network.spec, project.training.seed, dtype)
    layout = network.layout
    for link in project.links:
        if link.weights is not None:
            present = True if link.mask is None else link.mask.values
            weights = layout.weights(vector, link.source, link.target)
            with np.errstate(over="ignore"):
                weights[...] = np.where(present, link.weights.values, 0.0)
    for layer in project.layers:
        if layer.kind != "input" and layer.bias and layer.biases is not None:
            with np.errstate(over="ignore"):
                layout.biases(vector, layer.id)[...] = layer.biases.values
    return vector


def _fits(values: NDArray[np.float64], dtype: np.dtype[Any]) -> bool:
    return bool(np.abs(values).max() <= np.finfo(dtype).max)


def _layer_spec(layer: Layer) -> LayerSpec:
    if layer.kind == "input":
        return LayerSpec(layer.id, layer.units, is_input=True)
    return LayerSpec(
        name=layer.id,
        units=layer.units,
        activation=layer.activation,
        unit_activations=layer.unit_activations,
        bias=layer.bias,
        freeze_biases=layer.freeze_biases,
        initializer=layer.initializer,
    )
