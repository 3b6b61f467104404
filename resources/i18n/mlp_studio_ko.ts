<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About MLP Studio</source>
        <translation>MLP Studio 정보</translation>
    </message>
    <message>
        <source>Build a multi-layer perceptron by hand, step through backpropagation with every number in sight, and watch it learn.

Free software under the MIT licence. It never uses the network. It stands on:</source>
        <translation>다층 퍼셉트론을 손으로 만들고, 모든 수를 보면서 역전파를 한 단계씩 따라가고, 학습하는 모습을 지켜보세요.

MIT 라이선스로 배포되는 자유 소프트웨어입니다. 인터넷에 접속하지 않습니다. 다음 소프트웨어를 바탕으로 합니다:</translation>
    </message>
</context>
<context>
    <name>Algorithm</name>
    <message>
        <source>Start with random weights.</source>
        <translation>임의의 가중치로 시작한다.</translation>
    </message>
    <message>
        <source>Repeat until convergence:</source>
        <translation>수렴할 때까지 반복한다:</translation>
    </message>
    <message>
        <source>find ∂L/∂w by the chain rule</source>
        <translation>연쇄 법칙으로 ∂L/∂w를 구한다</translation>
    </message>
    <message>
        <source>update: w ← w − η ∂L/∂w</source>
        <translation>갱신: w ← w − η ∂L/∂w</translation>
    </message>
    <message>
        <source>Return the weights.</source>
        <translation>가중치를 내놓는다.</translation>
    </message>
    <message>
        <source>current line</source>
        <translation>현재 줄</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Backward: message {number} of {count} to {unit}</source>
        <translation>역전파: {unit}에 도착하는 전달값 {count}개 중 {number}번째</translation>
    </message>
    <message>
        <source>The last message: ∂L/∂a is complete.</source>
        <translation>마지막 전달값입니다. ∂L/∂a가 완성됩니다.</translation>
    </message>
    <message>
        <source>message</source>
        <translation>전달값</translation>
    </message>
    <message>
        <source>It comes from {unit}.</source>
        <translation>{unit}에서 옵니다.</translation>
    </message>
    <message>
        <source>∂L/∂a so far:</source>
        <translation>지금까지의 ∂L/∂a:</translation>
    </message>
</context>
<context>
    <name>Backdrop</name>
    <message>
        <source>Drag an Input here from the palette</source>
        <translation>팔레트에서 입력을 여기로 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>or choose a finished network under File → Examples.</source>
        <translation>파일 → 예제에서 완성된 신경망을 골라도 됩니다.</translation>
    </message>
    <message>
        <source>negative weight</source>
        <translation>음의 가중치</translation>
    </message>
    <message>
        <source>positive weight</source>
        <translation>양의 가중치</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음수</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>양수</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>output of a unit over {columns}</source>
        <translation>{columns}에 대한 유닛의 출력</translation>
    </message>
    <message>
        <source>output of a unit</source>
        <translation>유닛의 출력</translation>
    </message>
    <message>
        <source>sample {number}, one of a batch of {count}</source>
        <translation>크기 {count}의 배치 중 샘플 {number}</translation>
    </message>
    <message>
        <source>∂L/∂w: mean of the batch</source>
        <translation>∂L/∂w: 배치의 평균</translation>
    </message>
    <message>
        <source>∂L/∂w: what sample {number} contributes</source>
        <translation>∂L/∂w: 샘플 {number}의 몫</translation>
    </message>
</context>
<context>
    <name>Backward</name>
    <message>
        <source>Backward: unit {number} of {layer}</source>
        <translation>역전파: {layer}의 유닛 {number}</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Backward: layer {layer}</source>
        <translation>역전파: 층 {layer}</translation>
    </message>
    <message>
        <source>δ of unit {number} of {layer}</source>
        <translation>{layer}의 유닛 {number}의 δ</translation>
    </message>
    <message>
        <source>The perceptron rule corrects by t − y instead, and needs no gradient.</source>
        <translation>퍼셉트론 규칙은 t − y로 고치며 기울기가 필요 없습니다.</translation>
    </message>
</context>
<context>
    <name>BrushRow</name>
    <message>
        <source>Brush</source>
        <translation>붓</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>붓 크기</translation>
    </message>
    <message>
        <source>Target of new samples</source>
        <translation>새 샘플의 목표값</translation>
    </message>
</context>
<context>
    <name>Building</name>
    <message>
        <source>Add layer {layer}</source>
        <translation>{layer} 층 추가</translation>
    </message>
    <message>
        <source>Add feature {formula} to {layer}</source>
        <translation>{layer}에 특징 {formula} 추가</translation>
    </message>
    <message>
        <source>Add unit to {layer}</source>
        <translation>{layer}에 유닛 추가</translation>
    </message>
    <message>
        <source>Insert layer {layer}</source>
        <translation>{layer} 층 끼워 넣기</translation>
    </message>
    <message>
        <source>Link {source} to {target}</source>
        <translation>{source}에서 {target}(으)로 연결</translation>
    </message>
    <message>
        <source>Link {count} pairs</source>
        <translation>{count}쌍 연결</translation>
    </message>
    <message>
        <source>Make {link} dense</source>
        <translation>{link} 모두 연결</translation>
    </message>
    <message>
        <source>Make {link} one-to-one</source>
        <translation>{link} 일대일 연결</translation>
    </message>
    <message>
        <source>Make {link} sparse</source>
        <translation>{link} 드문 연결</translation>
    </message>
    <message>
        <source>Duplicate unit {unit}</source>
        <translation>유닛 {unit} 복제</translation>
    </message>
    <message>
        <source>Duplicate {count} units</source>
        <translation>유닛 {count}개 복제</translation>
    </message>
    <message>
        <source>Add template “{title}”</source>
        <translation>템플릿 “{title}” 추가</translation>
    </message>
    <message>
        <source>Add input {layer} with feature {formula}</source>
        <translation>특징 {formula}의 입력 {layer} 추가</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>유닛 {count}개</translation>
    </message>
</context>
<context>
    <name>Calculation</name>
    <message>
        <source>Calculation of the current step</source>
        <translation>현재 단계의 계산</translation>
    </message>
    <message>
        <source>Click to see more of it.</source>
        <translation>클릭하면 더 보여 줍니다.</translation>
    </message>
    <message>
        <source>{value}
Click to go to the step that made it.</source>
        <translation>{value}
클릭하면 이 값을 만든 단계로 갑니다.</translation>
    </message>
    <message>
        <source>Nothing to compute yet</source>
        <translation>아직 계산할 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Freeze the selection</source>
        <translation>선택한 것 고정</translation>
    </message>
    <message>
        <source>Unfreeze the selection</source>
        <translation>선택한 것 고정 해제</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>the selected units</source>
        <translation>선택한 유닛</translation>
    </message>
    <message>
        <source>Set activation of {layer} to {name}</source>
        <translation>{layer}의 활성화 함수를 {name}(으)로</translation>
    </message>
    <message>
        <source>All edges</source>
        <translation>모든 간선</translation>
    </message>
    <message>
        <source>One-to-one</source>
        <translation>일대일</translation>
    </message>
    <message>
        <source>Random half of the edges</source>
        <translation>무작위로 간선의 절반</translation>
    </message>
</context>
<context>
    <name>CellCommands</name>
    <message>
        <source>Set {count} weights of {link} to {value}</source>
        <translation>{link}의 가중치 {count}개를 {value}(으)로</translation>
    </message>
    <message>
        <source>Set bias of {edge} to {value}</source>
        <translation>{edge}의 편향을 {value}(으)로</translation>
    </message>
    <message>
        <source>Set weight {edge} to {value}</source>
        <translation>{edge}의 가중치를 {value}(으)로</translation>
    </message>
    <message>
        <source>There is no number to paste.</source>
        <translation>붙여 넣을 수가 없습니다. 복사한 내용에 수가 없습니다.</translation>
    </message>
    <message>
        <source>Paste {count} weights into {link}</source>
        <translation>{link}에 가중치 {count}개 붙여넣기</translation>
    </message>
    <message>
        <source>Freeze the biases of {layer}</source>
        <translation>{layer}의 편향 고정</translation>
    </message>
    <message>
        <source>Let the biases of {layer} learn</source>
        <translation>{layer}의 편향 학습 허용</translation>
    </message>
    <message>
        <source>A bias cannot be removed alone: set it to 0, or take all of them.</source>
        <translation>편향은 하나만 지울 수 없습니다. 0으로 두거나 층의 편향을 모두 빼세요.</translation>
    </message>
    <message>
        <source>Remove edge {edge}</source>
        <translation>간선 {edge} 지우기</translation>
    </message>
    <message>
        <source>Remove {count} edges of {link}</source>
        <translation>{link}의 간선 {count}개 지우기</translation>
    </message>
    <message>
        <source>Bring back edge {edge}</source>
        <translation>간선 {edge} 되살리기</translation>
    </message>
    <message>
        <source>Bring back {count} edges of {link}</source>
        <translation>{link}의 간선 {count}개 되살리기</translation>
    </message>
    <message>
        <source>Freeze weight {edge}</source>
        <translation>{edge}의 가중치 고정</translation>
    </message>
    <message>
        <source>Let weight {edge} learn</source>
        <translation>{edge}의 가중치 학습 허용</translation>
    </message>
    <message>
        <source>Freeze {count} weights of {link}</source>
        <translation>{link}의 가중치 {count}개 고정</translation>
    </message>
    <message>
        <source>Let {count} weights of {link} learn</source>
        <translation>{link}의 가중치 {count}개 학습 허용</translation>
    </message>
</context>
<context>
    <name>ChainExamples</name>
    <message>
        <source>One input, two middles, one output</source>
        <translation>입력 하나, 중간 둘, 출력 하나</translation>
    </message>
    <message>
        <source>Two inputs, two middles, one output</source>
        <translation>입력 둘, 중간 둘, 출력 하나</translation>
    </message>
    <message>
        <source>z = f(x, y), x = g(u, v), y = h(u, v)</source>
        <translation>z = f(x, y), x = g(u, v), y = h(u, v)</translation>
    </message>
    <message>
        <source>A neuron</source>
        <translation>뉴런 하나</translation>
    </message>
    <message>
        <source>A small network, 2-2-1</source>
        <translation>작은 신경망 2-2-1</translation>
    </message>
</context>
<context>
    <name>ChainLab</name>
    <message>
        <source>Chain-rule lab</source>
        <translation>연쇄 법칙 실험실</translation>
    </message>
    <message>
        <source>Type formulas or take an example and step: values run forward, then gradients come back, path by path or by reuse.</source>
        <translation>수식을 입력하거나 예제를 골라 한 단계씩 가 보세요. 값이 앞으로 흐른 뒤, 기울기가 경로마다 또는 재사용으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>When does reuse from the back save multiplications, and why?</source>
        <translation>뒤에서부터 재사용하면 언제, 왜 곱셈이 줄어들까요?</translation>
    </message>
    <message>
        <source>As soon as paths share edges: from the back each edge is multiplied once, however many paths lead over it.</source>
        <translation>경로들이 간선을 함께 쓰기만 하면 줄어듭니다. 뒤에서부터 가면 경로가 몇 개 지나든 간선마다 한 번만 곱합니다.</translation>
    </message>
    <message>
        <source>Here {paths} along the paths, {reuse} from the back.</source>
        <translation>여기서는 경로마다 곱하면 {paths}번, 뒤에서부터 가면 {reuse}번입니다.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Values of the inputs</source>
        <translation>입력값</translation>
    </message>
    <message>
        <source>Formulas of your own</source>
        <translation>직접 쓴 수식</translation>
    </message>
    <message>
        <source>Sum over paths</source>
        <translation>경로의 합</translation>
    </message>
    <message>
        <source>Reuse from the back</source>
        <translation>뒤에서부터 재사용</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>Graph of the formulas</source>
        <translation>수식의 그래프</translation>
    </message>
    <message>
        <source>The graph appears here once the formulas can be read.</source>
        <translation>수식을 읽을 수 있으면 여기에 그래프가 나타납니다.</translation>
    </message>
    <message>
        <source>{count} variables are too many to draw; there may be {most}</source>
        <translation>변수 {count}개는 그리기에 너무 많습니다. {most}개까지 됩니다</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>{count}단계 중 {number}단계</translation>
    </message>
    <message>
        <source>{made} of {count}</source>
        <translation>{count} 중 {made}</translation>
    </message>
    <message>
        <source>Multiplications: {paths} along the paths, {reuse} from the back</source>
        <translation>곱셈: 경로마다 {paths}번, 뒤에서부터 {reuse}번</translation>
    </message>
    <message>
        <source>δ: from the back</source>
        <translation>δ: 뒤에서부터</translation>
    </message>
    <message>
        <source>Σ: sum over paths</source>
        <translation>Σ: 경로의 합</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>local derivative, positive</source>
        <translation>국소 도함수, 양수</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음수</translation>
    </message>
</context>
<context>
    <name>CheckOverlay</name>
    <message>
        <source>Backpropagation: {value}</source>
        <translation>역전파: {value}</translation>
    </message>
    <message>
        <source>Finite differences: {value}</source>
        <translation>유한 차분: {value}</translation>
    </message>
    <message>
        <source>relative error {error}</source>
        <translation>상대 오차 {error}</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Each weight is moved a little up and a little down, and the loss is computed anew: the slope has to be what backpropagation says.</source>
        <translation>가중치를 하나씩 조금 올리고 조금 내려 손실을 다시 계산합니다. 그 기울기는 역전파의 값과 같아야 합니다.</translation>
    </message>
    <message>
        <source>Whose gradient is checked</source>
        <translation>기울기를 검사할 손실</translation>
    </message>
    <message>
        <source>Check the gradients</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How many gradients are checked</source>
        <translation>검사한 기울기의 수</translation>
    </message>
    <message>
        <source>The largest differences</source>
        <translation>가장 큰 차이</translation>
    </message>
    <message>
        <source>The loss of sample {number}</source>
        <translation>샘플 {number}의 손실</translation>
    </message>
    <message>
        <source>The mean loss of all {count} samples</source>
        <translation>모든 샘플 {count}개의 평균 손실</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}개 가운데 {done}개</translation>
    </message>
    <message>
        <source>As soon as the network is complete, its gradients can be checked.</source>
        <translation>신경망이 완성되면 기울기를 검사할 수 있습니다.</translation>
    </message>
    <message>
        <source>The network changed: what was found no longer holds.</source>
        <translation>신경망이 바뀌어 앞의 결과는 더 이상 맞지 않습니다.</translation>
    </message>
    <message>
        <source>All {total} gradients agree.</source>
        <translation>기울기 {total}개가 모두 일치합니다.</translation>
    </message>
    <message>
        <source>{differ} of {total} gradients differ.</source>
        <translation>기울기 {total}개 가운데 {differ}개가 다릅니다.</translation>
    </message>
    <message>
        <source>Largest relative error: {error} at {name}</source>
        <translation>가장 큰 상대 오차: {error} ({name})</translation>
    </message>
    <message>
        <source>The largest errors, δ·a by backpropagation and ΔL/Δw by differences; a click selects the edge:</source>
        <translation>가장 큰 오차. δ·a는 역전파, ΔL/Δw는 차분의 값이며, 누르면 그 간선을 선택합니다:</translation>
    </message>
    <message>
        <source>✓ {count} agree: a solid line</source>
        <translation>✓ {count}개 일치: 실선</translation>
    </message>
    <message>
        <source>∧ {count} at a kink of the loss: dots and dashes</source>
        <translation>∧ {count}개는 손실이 꺾이는 곳: 일점쇄선</translation>
    </message>
    <message>
        <source>✗ {count} differ: a dashed line</source>
        <translation>✗ {count}개 다름: 파선</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>셀 구분</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>The first row has the names</source>
        <translation>첫 행이 이름</translation>
    </message>
    <message>
        <source>Detect again</source>
        <translation>다시 알아내기</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>빈 셀</translation>
    </message>
    <message>
        <source>To learn</source>
        <translation>학습할 것</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>One column for each word</source>
        <translation>단어마다 열 하나</translation>
    </message>
    <message>
        <source>point: 0.5</source>
        <translation>점: 0.5</translation>
    </message>
    <message>
        <source>comma: 0,5</source>
        <translation>쉼표: 0,5</translation>
    </message>
    <message>
        <source>drop the row</source>
        <translation>행 빼기</translation>
    </message>
    <message>
        <source>column&apos;s mean</source>
        <translation>열의 평균</translation>
    </message>
    <message>
        <source>most frequent</source>
        <translation>가장 흔한 값</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>with names</source>
        <translation>이름 있음</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>All as you chose.</source>
        <translation>모두 고른 대로입니다.</translation>
    </message>
    <message>
        <source>Detected: {what}</source>
        <translation>알아낸 것: {what}</translation>
    </message>
    <message>
        <source>nothing but empty cells</source>
        <translation>빈 셀뿐</translation>
    </message>
    <message>
        <source>words: {words}</source>
        <translation>단어: {words}</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Plane of</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Axis {number}</source>
        <translation>{number}번째 축</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>2 units</source>
        <translation>유닛 2개</translation>
    </message>
    <message>
        <source>3 units</source>
        <translation>유닛 3개</translation>
    </message>
    <message>
        <source>2 components</source>
        <translation>주성분 2개</translation>
    </message>
    <message>
        <source>3 components</source>
        <translation>주성분 3개</translation>
    </message>
</context>
<context>
    <name>ClassSection</name>
    <message>
        <source>Count the samples that a run learns from</source>
        <translation>실행이 배우는 샘플을 셉니다</translation>
    </message>
    <message>
        <source>Count the samples that decide when a run stops</source>
        <translation>실행을 언제 멈출지 정하는 샘플을 셉니다</translation>
    </message>
    <message>
        <source>Count the samples set aside for testing</source>
        <translation>테스트용으로 떼어 둔 샘플을 셉니다</translation>
    </message>
    <message>
        <source>target ↓</source>
        <translation>목표 ↓</translation>
    </message>
    <message>
        <source>predicted →</source>
        <translation>예측 →</translation>
    </message>
    <message>
        <source>Confusion matrix: targets down, predicted across</source>
        <translation>혼동 행렬: 아래로 목표, 옆으로 예측</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>클래스별 수치</translation>
    </message>
    <message>
        <source>Precision: how much of what was called this class is of it. Recall: how much of the class was found. F1: their harmonic mean. Support: samples of the class. – stands for 0/0, and is left out of the mean.</source>
        <translation>정밀도: 이 클래스라고 한 것 중 정말 그런 비율. 재현율: 이 클래스 중 찾아낸 비율. F1: 둘의 조화 평균. 샘플: 이 클래스의 샘플 수. –는 0/0이며 평균에서 뺍니다.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>support</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>The diagonal is right; the dot is the current sample. A click on a cell takes its samples in turn.</source>
        <translation>대각선이 맞힌 것이고, 점은 지금 샘플입니다. 칸을 클릭하면 그 샘플을 차례로 고릅니다.</translation>
    </message>
    <message>
        <source>Target {target}, predicted {predicted}: {count} of {total} samples ({share})</source>
        <translation>목표 {target}, 예측 {predicted}: 샘플 {total}개 중 {count}개 ({share})</translation>
    </message>
    <message>
        <source>No sample is in this cell.</source>
        <translation>이 칸에는 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>It is {place} of {count} in this cell.</source>
        <translation>이 칸의 {count}개 중 {place}번째입니다.</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>Row {row}, column {column} of the block falls on {edge}, which was removed: bring it back first. Nothing was changed.</source>
        <translation>붙여 넣을 값의 {row}행 {column}열이 지워진 간선 {edge}에 놓입니다. 먼저 되살리세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The block is {height} × {width}, but from row {row}, column {column} on there is room for {rows} × {columns} only. Nothing was changed.</source>
        <translation>붙여 넣을 값은 {height} × {width}인데, {row} 행 {column} 열부터는 {rows} × {columns}만큼만 자리가 있습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the block is “{text}”, which is not a number. Nothing was changed.</source>
        <translation>붙여 넣을 값의 {row}행 {column}열 “{text}”은(는) 수가 아닙니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The block is {width} columns wide, but from {column} on there are {room} only. Nothing was changed.</source>
        <translation>붙여 넣을 값은 {width}열인데, {column}부터는 {room}열뿐입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the block is “{text}”, which does not fit {name}. Nothing was changed.</source>
        <translation>붙여 넣을 값의 {row}행 {column}열 “{text}”은(는) {name}에 맞지 않습니다. 바뀐 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Column to the right</source>
        <translation>가로축의 열</translation>
    </message>
    <message>
        <source>Column upward</source>
        <translation>세로축의 열</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Type part of a command&apos;s name</source>
        <translation>명령 이름의 일부를 입력하세요</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>No such command</source>
        <translation>그런 명령이 없습니다</translation>
    </message>
</context>
<context>
    <name>CommandTable</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>Start an empty project</source>
        <translation>빈 프로젝트를 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>프로젝트 파일을 엽니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트를 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project to another file</source>
        <translation>프로젝트를 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>프로그램을 닫습니다</translation>
    </message>
    <message>
        <source>Export pic&amp;ture…</source>
        <translation>그림 내보내기(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the canvas to a PNG, SVG or PDF file</source>
        <translation>캔버스를 PNG, SVG, PDF 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>되돌린 변경을 다시 합니다</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>선택한 것을 지웁니다</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Select every layer</source>
        <translation>모든 층을 선택합니다</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>잘라내기(&amp;T)</translation>
    </message>
    <message>
        <source>Copy what is selected and remove it</source>
        <translation>선택한 것을 복사하고 지웁니다</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected layers with their weights</source>
        <translation>선택한 층을 가중치와 함께 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Add the layers of the clipboard</source>
        <translation>클립보드의 층을 추가합니다</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>복제(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the selected layers or units, weights too</source>
        <translation>선택한 층이나 유닛을 가중치까지 복제합니다</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>그림 복사(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the canvas as a picture of twice its size</source>
        <translation>캔버스를 두 배 크기 그림으로 복사합니다</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>왼쪽 맞춤(&amp;L)</translation>
    </message>
    <message>
        <source>Put the left sides of the selected layers in line</source>
        <translation>선택한 층의 왼쪽을 맞춥니다</translation>
    </message>
    <message>
        <source>Align in a &amp;column</source>
        <translation>세로로 맞춤(&amp;C)</translation>
    </message>
    <message>
        <source>Put the selected layers one above the other</source>
        <translation>선택한 층을 위아래로 나란히 놓습니다</translation>
    </message>
    <message>
        <source>Align &amp;right</source>
        <translation>오른쪽 맞춤(&amp;R)</translation>
    </message>
    <message>
        <source>Put the right sides of the selected layers in line</source>
        <translation>선택한 층의 오른쪽을 맞춥니다</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>위쪽 맞춤(&amp;T)</translation>
    </message>
    <message>
        <source>Put the upper sides of the selected layers in line</source>
        <translation>선택한 층의 위쪽을 맞춥니다</translation>
    </message>
    <message>
        <source>Align in a r&amp;ow</source>
        <translation>가로로 맞춤(&amp;O)</translation>
    </message>
    <message>
        <source>Put the selected layers at the same height</source>
        <translation>선택한 층을 같은 높이에 놓습니다</translation>
    </message>
    <message>
        <source>Align &amp;bottom</source>
        <translation>아래쪽 맞춤(&amp;B)</translation>
    </message>
    <message>
        <source>Put the lower sides of the selected layers in line</source>
        <translation>선택한 층의 아래쪽을 맞춥니다</translation>
    </message>
    <message>
        <source>Distribute &amp;across</source>
        <translation>가로로 고르게(&amp;A)</translation>
    </message>
    <message>
        <source>Put equal gaps between the selected layers, left to right</source>
        <translation>선택한 층 사이의 가로 간격을 같게 합니다</translation>
    </message>
    <message>
        <source>Distribute &amp;down</source>
        <translation>세로로 고르게(&amp;D)</translation>
    </message>
    <message>
        <source>Put equal gaps between the selected layers, top to bottom</source>
        <translation>선택한 층 사이의 세로 간격을 같게 합니다</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>만들기(&amp;B)</translation>
    </message>
    <message>
        <source>Show what is needed to build a network</source>
        <translation>신경망을 만들 때 필요한 것을 보여 줍니다</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>단계(&amp;T)</translation>
    </message>
    <message>
        <source>Show what is needed to step through a pass</source>
        <translation>순전파와 역전파를 한 단계씩 볼 때 필요한 것을 보여 줍니다</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>학습(&amp;R)</translation>
    </message>
    <message>
        <source>Show what is needed to train the network</source>
        <translation>신경망을 학습시킬 때 필요한 것을 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>화면에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>신경망 전체를 보여 줍니다</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Look closer at the network</source>
        <translation>신경망을 더 가까이 봅니다</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>See more of the network</source>
        <translation>신경망을 더 넓게 봅니다</translation>
    </message>
    <message>
        <source>Original &amp;size</source>
        <translation>원래 크기(&amp;S)</translation>
    </message>
    <message>
        <source>Show the network at 100 %</source>
        <translation>신경망을 100 %로 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>글자 크게(&amp;L)</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>모든 글자를 크게 합니다</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>글자 작게(&amp;M)</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>모든 글자를 작게 합니다</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>기본 글자 크기(&amp;U)</translation>
    </message>
    <message>
        <source>Back to the usual text size</source>
        <translation>기본 글자 크기로 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>발표 화면(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen with the network; Esc comes back</source>
        <translation>신경망으로 화면을 채웁니다. Esc를 누르면 돌아옵니다</translation>
    </message>
    <message>
        <source>Put panels bac&amp;k</source>
        <translation>패널 되돌리기(&amp;K)</translation>
    </message>
    <message>
        <source>Put every panel back in its usual place</source>
        <translation>모든 패널을 원래 자리로 되돌립니다</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the system is set</source>
        <translation>시스템 설정에 따라 밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>밝은 바탕에 어두운 글자</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>어두운 바탕에 밝은 글자</translation>
    </message>
    <message>
        <source>As the system (Language · 언어)</source>
        <translation>시스템 설정 (Language · 언어)</translation>
    </message>
    <message>
        <source>The language the system is set to</source>
        <translation>시스템에 설정된 언어</translation>
    </message>
    <message>
        <source>&amp;2 digits</source>
        <translation>소수 2자리(&amp;2)</translation>
    </message>
    <message>
        <source>Show numbers with 2 digits after the decimal sign</source>
        <translation>수를 소수 2자리까지 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;3 digits</source>
        <translation>소수 3자리(&amp;3)</translation>
    </message>
    <message>
        <source>Show numbers with 3 digits after the decimal sign</source>
        <translation>수를 소수 3자리까지 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;4 digits</source>
        <translation>소수 4자리(&amp;4)</translation>
    </message>
    <message>
        <source>Show numbers with 4 digits after the decimal sign</source>
        <translation>수를 소수 4자리까지 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;5 digits</source>
        <translation>소수 5자리(&amp;5)</translation>
    </message>
    <message>
        <source>Show numbers with 5 digits after the decimal sign</source>
        <translation>수를 소수 5자리까지 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;6 digits</source>
        <translation>소수 6자리(&amp;6)</translation>
    </message>
    <message>
        <source>Show numbers with 6 digits after the decimal sign</source>
        <translation>수를 소수 6자리까지 보여 줍니다</translation>
    </message>
    <message>
        <source>Decimal &amp;point: 0.5</source>
        <translation>소수점: 0.5(&amp;P)</translation>
    </message>
    <message>
        <source>Write 0.5</source>
        <translation>0.5로 씁니다</translation>
    </message>
    <message>
        <source>Decimal &amp;comma: 0,5</source>
        <translation>소수 쉼표: 0,5(&amp;C)</translation>
    </message>
    <message>
        <source>Write 0,5</source>
        <translation>0,5로 씁니다</translation>
    </message>
    <message>
        <source>Fit s&amp;election</source>
        <translation>선택한 것에 맞춤(&amp;E)</translation>
    </message>
    <message>
        <source>Weight matri&amp;ces of folded layers</source>
        <translation>접힌 층의 가중치 행렬(&amp;C)</translation>
    </message>
    <message>
        <source>La&amp;yers glide</source>
        <translation>층이 미끄러지듯 이동(&amp;Y)</translation>
    </message>
    <message>
        <source>Show what is selected as large as possible</source>
        <translation>선택한 것을 되도록 크게 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>모두(&amp;E)</translation>
    </message>
    <message>
        <source>Show all edges and numbers alike, whatever is selected</source>
        <translation>무엇을 선택했든 모든 간선과 수를 똑같이 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Focus on the selection</source>
        <translation>선택한 것 강조(&amp;F)</translation>
    </message>
    <message>
        <source>What is selected lights up, the rest steps back</source>
        <translation>선택한 것은 밝아지고 나머지는 물러납니다</translation>
    </message>
    <message>
        <source>Numbers on &amp;click</source>
        <translation>클릭하면 수 보기(&amp;C)</translation>
    </message>
    <message>
        <source>Edges have numbers only where something is selected</source>
        <translation>선택한 곳의 간선에만 수를 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>자동(&amp;A)</translation>
    </message>
    <message>
        <source>A map where the data have two columns, else a bar</source>
        <translation>데이터의 열이 둘이면 지도, 아니면 막대</translation>
    </message>
    <message>
        <source>Response &amp;map</source>
        <translation>반응 지도(&amp;M)</translation>
    </message>
    <message>
        <source>What each unit answers everywhere on the input plane</source>
        <translation>입력 평면의 모든 곳에서 각 유닛이 내는 값</translation>
    </message>
    <message>
        <source>&amp;Value bar</source>
        <translation>값 막대(&amp;V)</translation>
    </message>
    <message>
        <source>What each unit answers to the current sample</source>
        <translation>지금 샘플에 각 유닛이 내는 값</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>없음(&amp;N)</translation>
    </message>
    <message>
        <source>Units show their symbol only</source>
        <translation>유닛에 기호만 보여 줍니다</translation>
    </message>
    <message>
        <source>Show the weights between folded layers as a picture</source>
        <translation>접힌 층 사이의 가중치를 그림으로 보여 줍니다</translation>
    </message>
    <message>
        <source>O&amp;verview map</source>
        <translation>전체 지도(&amp;V)</translation>
    </message>
    <message>
        <source>Show a small map of a network that is larger than the canvas</source>
        <translation>캔버스보다 큰 신경망의 작은 지도를 보여 줍니다</translation>
    </message>
    <message>
        <source>Let layers glide to their new places</source>
        <translation>층이 새 자리로 미끄러지듯 옮겨 갑니다</translation>
    </message>
    <message>
        <source>Add &amp;input</source>
        <translation>입력 추가(&amp;I)</translation>
    </message>
    <message>
        <source>Add a layer the values come in by</source>
        <translation>값이 들어오는 층을 추가합니다</translation>
    </message>
    <message>
        <source>Add &amp;dense layer</source>
        <translation>밀집층 추가(&amp;D)</translation>
    </message>
    <message>
        <source>Add a column of units</source>
        <translation>유닛이 한 줄로 늘어선 층을 추가합니다</translation>
    </message>
    <message>
        <source>Add &amp;neuron</source>
        <translation>뉴런 추가(&amp;N)</translation>
    </message>
    <message>
        <source>Add one unit to the selected layer, or a layer of one</source>
        <translation>선택한 층에 유닛 하나를, 없으면 유닛 하나짜리 층을 추가합니다</translation>
    </message>
    <message>
        <source>Add &amp;output</source>
        <translation>출력 추가(&amp;O)</translation>
    </message>
    <message>
        <source>Add the layer the loss looks at</source>
        <translation>손실을 계산하는 층을 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>정렬(&amp;A)</translation>
    </message>
    <message>
        <source>Put the layers side by side, left to right</source>
        <translation>층을 왼쪽에서 오른쪽으로 나란히 놓습니다</translation>
    </message>
    <message>
        <source>Draw ne&amp;w weights</source>
        <translation>가중치 새로 뽑기(&amp;W)</translation>
    </message>
    <message>
        <source>Draw new random weights from the next seed</source>
        <translation>다음 시드로 가중치를 무작위로 새로 뽑습니다</translation>
    </message>
    <message>
        <source>&amp;Reset weights</source>
        <translation>가중치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Go back to the weights before training</source>
        <translation>학습하기 전의 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>Add &amp;template…</source>
        <translation>템플릿 추가(&amp;T)…</translation>
    </message>
    <message>
        <source>Add a ready network: choose one from a list</source>
        <translation>목록에서 골라 준비된 신경망을 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Save selection as template…</source>
        <translation>선택한 것을 템플릿으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep the selected layers, or all, as a template of your own</source>
        <translation>선택한 층 또는 전체를 내 템플릿으로 보관합니다</translation>
    </message>
    <message>
        <source>&amp;Link selected</source>
        <translation>선택한 것 연결(&amp;L)</translation>
    </message>
    <message>
        <source>Link the selected layers or units, left to right</source>
        <translation>선택한 층이나 유닛을 왼쪽에서 오른쪽으로 연결합니다</translation>
    </message>
    <message>
        <source>&amp;Dense</source>
        <translation>모두 연결(&amp;D)</translation>
    </message>
    <message>
        <source>New links have all edges</source>
        <translation>새 연결은 모든 간선을 가집니다</translation>
    </message>
    <message>
        <source>&amp;One-to-one</source>
        <translation>일대일(&amp;O)</translation>
    </message>
    <message>
        <source>New links join units of the same number</source>
        <translation>새 연결은 같은 번호의 유닛끼리 잇습니다</translation>
    </message>
    <message>
        <source>Random &amp;sparse</source>
        <translation>무작위 드문 연결(&amp;S)</translation>
    </message>
    <message>
        <source>New links have half of the edges, chosen at random</source>
        <translation>새 연결은 무작위로 고른 절반의 간선을 가집니다</translation>
    </message>
    <message>
        <source>&amp;Unfold layer</source>
        <translation>층 펼치기(&amp;U)</translation>
    </message>
    <message>
        <source>Show all units of a large layer</source>
        <translation>큰 층의 모든 유닛을 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Fold layer</source>
        <translation>층 접기(&amp;F)</translation>
    </message>
    <message>
        <source>Unfreez&amp;e</source>
        <translation>고정 해제(&amp;E)</translation>
    </message>
    <message>
        <source>T&amp;ype the weight…</source>
        <translation>가중치 입력(&amp;Y)…</translation>
    </message>
    <message>
        <source>Show only the first and last units of a large layer</source>
        <translation>큰 층의 처음과 마지막 유닛만 보여 줍니다</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>고정(&amp;Z)</translation>
    </message>
    <message>
        <source>Training leaves the selected weights as they are</source>
        <translation>학습이 선택한 가중치를 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>Training changes the selected weights again</source>
        <translation>학습이 선택한 가중치를 다시 바꿉니다</translation>
    </message>
    <message>
        <source>Type the weight of the selected edge, or the bias of the unit (F2)</source>
        <translation>선택한 간선의 가중치나 유닛의 편향을 입력합니다 (F2)</translation>
    </message>
    <message>
        <source>To the &amp;start of the pass</source>
        <translation>패스의 처음으로(&amp;S)</translation>
    </message>
    <message>
        <source>Go to before the first step</source>
        <translation>첫 단계 앞으로 갑니다</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>한 단계 뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>Take one step back</source>
        <translation>한 단계 뒤로 갑니다</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>한 단계 앞으로(&amp;F)</translation>
    </message>
    <message>
        <source>Take one step forward</source>
        <translation>한 단계 앞으로 갑니다</translation>
    </message>
    <message>
        <source>To the &amp;end of the pass</source>
        <translation>패스의 끝으로(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the last step, before the next sample</source>
        <translation>다음 샘플로 넘어가기 전 마지막 단계로 갑니다</translation>
    </message>
    <message>
        <source>P&amp;lay the steps</source>
        <translation>단계 재생(&amp;L)</translation>
    </message>
    <message>
        <source>Take one step after another, or pause</source>
        <translation>단계를 이어서 나아가거나 멈춥니다</translation>
    </message>
    <message>
        <source>Finish the la&amp;yer</source>
        <translation>층 끝까지(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the last step of the layer, or of the next</source>
        <translation>이 층이나 다음 층의 마지막 단계로 갑니다</translation>
    </message>
    <message>
        <source>Finish the p&amp;hase</source>
        <translation>과정 끝까지(&amp;H)</translation>
    </message>
    <message>
        <source>Go to the last step of the phase, or of the next</source>
        <translation>이 과정이나 다음 과정의 마지막 단계로 갑니다</translation>
    </message>
    <message>
        <source>Run to the selected &amp;unit</source>
        <translation>선택한 유닛까지(&amp;U)</translation>
    </message>
    <message>
        <source>Go to the next step about the selected unit</source>
        <translation>선택한 유닛을 계산하는 다음 단계로 갑니다</translation>
    </message>
    <message>
        <source>&amp;Term</source>
        <translation>항(&amp;T)</translation>
    </message>
    <message>
        <source>Step through the pass term by term</source>
        <translation>항 하나씩 나아갑니다</translation>
    </message>
    <message>
        <source>term</source>
        <translation>항</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>유닛(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>층(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Phase</source>
        <translation>과정(&amp;P)</translation>
    </message>
    <message>
        <source>Step through the pass unit by unit</source>
        <translation>유닛 하나씩 나아갑니다</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Step through the pass layer by layer</source>
        <translation>층 하나씩 나아갑니다</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Forward, loss, backward and update as one step each</source>
        <translation>순전파, 손실, 역전파, 갱신을 각각 한 단계로 합니다</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>과정</translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation>샘플(&amp;S)</translation>
    </message>
    <message>
        <source>Take a whole pass with its update in one step</source>
        <translation>한 패스를 갱신까지 한 단계로 합니다</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>배치(&amp;B)</translation>
    </message>
    <message>
        <source>Take all updates of a batch in one step</source>
        <translation>한 배치의 모든 갱신을 한 단계로 합니다</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>에포크(&amp;E)</translation>
    </message>
    <message>
        <source>Take all updates of an epoch in one step</source>
        <translation>한 에포크의 모든 갱신을 한 단계로 합니다</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>One &amp;sample</source>
        <translation>샘플 하나(&amp;S)</translation>
    </message>
    <message>
        <source>A pass is computed for one sample</source>
        <translation>샘플 하나로 패스를 계산합니다</translation>
    </message>
    <message>
        <source>A &amp;batch</source>
        <translation>배치(&amp;B)</translation>
    </message>
    <message>
        <source>A pass is computed for all samples of a batch</source>
        <translation>한 배치의 모든 샘플로 패스를 계산합니다</translation>
    </message>
    <message>
        <source>&amp;Mean gradient of the batch</source>
        <translation>배치의 평균 기울기(&amp;M)</translation>
    </message>
    <message>
        <source>Edges show the mean over the batch; off, what the sample shown adds to it</source>
        <translation>간선에 배치의 평균을 보여 줍니다. 끄면 지금 샘플의 몫을 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Values flow along edges</source>
        <translation>값이 간선을 따라 흐르기(&amp;V)</translation>
    </message>
    <message>
        <source>While stepping, let what edges carry move along them</source>
        <translation>단계를 나아갈 때 간선이 나르는 값이 움직입니다</translation>
    </message>
    <message>
        <source>Path le&amp;ns</source>
        <translation>경로 렌즈(&amp;N)</translation>
    </message>
    <message>
        <source>Show every path from what is selected to the loss</source>
        <translation>선택한 것에서 손실까지 가는 모든 경로를 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Cost of the gradient</source>
        <translation>기울기의 비용(&amp;C)</translation>
    </message>
    <message>
        <source>Show what three ways to get all gradients cost</source>
        <translation>모든 기울기를 구하는 세 방법의 비용을 보여 줍니다</translation>
    </message>
    <message>
        <source>Gradient chec&amp;k</source>
        <translation>기울기 검사(&amp;K)</translation>
    </message>
    <message>
        <source>Compare every gradient with finite differences</source>
        <translation>모든 기울기를 유한 차분과 비교합니다</translation>
    </message>
    <message>
        <source>Worked exa&amp;mples</source>
        <translation>풀이 예제(&amp;M)</translation>
    </message>
    <message>
        <source>Show worked examples that can be stepped through</source>
        <translation>한 단계씩 따라갈 수 있는 풀이 예제를 보여 줍니다</translation>
    </message>
    <message>
        <source>Start &amp;training</source>
        <translation>학습 시작(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation>신경망을 학습시킵니다</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Stop training and keep the weights</source>
        <translation>학습을 멈추고 가중치를 유지합니다</translation>
    </message>
    <message>
        <source>Tr&amp;ain one epoch</source>
        <translation>1 에포크 학습(&amp;A)</translation>
    </message>
    <message>
        <source>Train until conver&amp;gence</source>
        <translation>수렴할 때까지 학습(&amp;G)</translation>
    </message>
    <message>
        <source>H&amp;idden space</source>
        <translation>은닉 공간(&amp;I)</translation>
    </message>
    <message>
        <source>Large vie&amp;w of the unit</source>
        <translation>유닛 크게 보기(&amp;W)</translation>
    </message>
    <message>
        <source>Confusion matri&amp;x, residuals</source>
        <translation>혼동 행렬과 잔차(&amp;X)</translation>
    </message>
    <message>
        <source>Train once through the data, then pause</source>
        <translation>데이터를 한 번 모두 학습하고 멈춥니다</translation>
    </message>
    <message>
        <source>Train until the loss no longer falls</source>
        <translation>손실이 더 줄지 않을 때까지 학습합니다</translation>
    </message>
    <message>
        <source>&amp;Decision view</source>
        <translation>결정 보기(&amp;D)</translation>
    </message>
    <message>
        <source>Show what the network answers over the plane of inputs</source>
        <translation>입력 평면에서 신경망이 내는 답을 보여 줍니다</translation>
    </message>
    <message>
        <source>Show the data as a layer sees them</source>
        <translation>층이 보는 대로 데이터를 보여 줍니다</translation>
    </message>
    <message>
        <source>Show the output of the selected unit, and where z is 0</source>
        <translation>선택한 유닛의 출력과 z가 0인 곳을 보여 줍니다</translation>
    </message>
    <message>
        <source>Show how many samples are right, or how large the errors</source>
        <translation>맞힌 샘플의 수나 오차의 크기를 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>명령 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Give any command by typing part of its name</source>
        <translation>이름의 일부를 입력해 명령을 실행합니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>모든 단축키를 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;About MLP Studio</source>
        <translation>MLP Studio 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and credits</source>
        <translation>버전, 라이선스, 만든 이들</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Labs</source>
        <translation>실험실(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>예제(&amp;E)</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>맞춤(&amp;G)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>보이기(&amp;W)</translation>
    </message>
    <message>
        <source>Units &amp;display</source>
        <translation>유닛 표시(&amp;D)</translation>
    </message>
    <message>
        <source>New lin&amp;ks</source>
        <translation>새 연결(&amp;K)</translation>
    </message>
    <message>
        <source>Step si&amp;ze</source>
        <translation>단계 크기(&amp;Z)</translation>
    </message>
    <message>
        <source>A pass is f&amp;or</source>
        <translation>패스의 대상(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>패널(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>테마(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage · 언어</source>
        <translation>언어 · Language(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>숫자 표시(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import a table…</source>
        <translation>표 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Read data from a CSV, TSV or NPZ file</source>
        <translation>CSV, TSV, NPZ 파일에서 데이터를 읽습니다</translation>
    </message>
    <message>
        <source>&amp;Paste a table…</source>
        <translation>표 붙여넣기(&amp;P)…</translation>
    </message>
    <message>
        <source>Take data that were copied from a spreadsheet</source>
        <translation>스프레드시트에서 복사한 데이터 가져오기</translation>
    </message>
    <message>
        <source>&amp;Fit the network to the data</source>
        <translation>네트워크를 데이터에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>Give the network the inputs, outputs and loss that suit the data</source>
        <translation>데이터에 맞는 입력, 출력, 손실을 네트워크에 설정</translation>
    </message>
    <message>
        <source>&amp;Table of the data</source>
        <translation>데이터 표(&amp;T)</translation>
    </message>
    <message>
        <source>See and edit every sample, with its prediction</source>
        <translation>모든 샘플을 예측과 함께 보고 고치기</translation>
    </message>
    <message>
        <source>&amp;Draw data</source>
        <translation>데이터 그리기(&amp;D)</translation>
    </message>
    <message>
        <source>Paint samples with the mouse</source>
        <translation>마우스로 샘플을 그립니다</translation>
    </message>
    <message>
        <source>&amp;Perceptron…</source>
        <translation>퍼셉트론(&amp;P)…</translation>
    </message>
    <message>
        <source>One line, its rule, and why XOR needs two</source>
        <translation>직선 하나와 그 규칙, 그리고 XOR에 둘이 필요한 까닭</translation>
    </message>
    <message>
        <source>&amp;Kernel lift…</source>
        <translation>커널 들어 올리기(&amp;K)…</translation>
    </message>
    <message>
        <source>Lift the plane to 3-D, cut it with one plane, come back</source>
        <translation>평면을 3차원으로 들어 올려 한 평면으로 자르고 되돌아오기</translation>
    </message>
    <message>
        <source>&amp;Descent…</source>
        <translation>경사 하강(&amp;D)…</translation>
    </message>
    <message>
        <source>A loss and its slope, and what the learning rate does</source>
        <translation>손실과 그 기울기, 그리고 학습률이 하는 일</translation>
    </message>
    <message>
        <source>&amp;Chain rule…</source>
        <translation>연쇄 법칙(&amp;C)…</translation>
    </message>
    <message>
        <source>Formulas as a graph: sum over paths, or reuse from the back</source>
        <translation>그래프로 보는 식: 경로의 합, 또는 뒤에서부터 다시 쓰기</translation>
    </message>
    <message>
        <source>This &amp;network as formulas…</source>
        <translation>이 신경망을 식으로(&amp;N)…</translation>
    </message>
    <message>
        <source>Open the network, for the current sample, as a graph</source>
        <translation>지금 샘플에 대한 신경망을 그래프로 열기</translation>
    </message>
</context>
<context>
    <name>ContourPage</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>The loss over both weights</source>
        <translation>두 가중치에 따른 손실</translation>
    </message>
    <message>
        <source>Press or drag to choose the weights to start from.</source>
        <translation>누르거나 끌어서 출발할 가중치들을 고르세요.</translation>
    </message>
    <message>
        <source>round: both inputs of one scale</source>
        <translation>둥근 골짜기: 두 입력의 크기가 같음</translation>
    </message>
    <message>
        <source>narrow: x2 has four times the scale of x1</source>
        <translation>좁은 골짜기: x2의 크기가 x1의 네 배</translation>
    </message>
    <message>
        <source>tilted: x1 and x2 go together</source>
        <translation>기운 골짜기: x1과 x2가 함께 움직임</translation>
    </message>
</context>
<context>
    <name>Conventions</name>
    <message>
        <source>½ squared error</source>
        <translation>½ 제곱 오차</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>후버</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>힌지</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>네스테로프 모멘텀</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>영</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>균등분포</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>정규분포</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 균등분포</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 정규분포</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 균등분포</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 정규분포</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun 균등분포</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 정규분포</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>소프트플러스</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>가우시안</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>단계적</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>{formula} over m outputs, mean over the batch</source>
        <translation>{formula}, 출력 m개, 배치 평균</translation>
    </message>
    <message>
        <source>{formula}, mean over the batch</source>
        <translation>{formula}, 배치 평균</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Select layers or units to copy.</source>
        <translation>복사할 층이나 유닛을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no network in the clipboard: copy layers of one first.</source>
        <translation>클립보드에 신경망이 없습니다. 먼저 신경망의 층을 복사하세요.</translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation>{layers} 붙여넣기</translation>
    </message>
    <message>
        <source>Select layers or units to duplicate.</source>
        <translation>복제할 층이나 유닛을 선택하세요.</translation>
    </message>
    <message>
        <source>Duplicate {layers}</source>
        <translation>{layers} 복제</translation>
    </message>
</context>
<context>
    <name>CostChart</name>
    <message>
        <source>with depth</source>
        <translation>깊이에 따라</translation>
    </message>
    <message>
        <source>with width</source>
        <translation>너비에 따라</translation>
    </message>
    <message>
        <source>How costs grow with the number of hidden layers</source>
        <translation>은닉층 수에 따라 비용이 느는 모습</translation>
    </message>
    <message>
        <source>How costs grow with the units of each hidden layer</source>
        <translation>은닉층의 유닛 수에 따라 비용이 느는 모습</translation>
    </message>
    <message>
        <source>perturbing</source>
        <translation>조금씩 바꾸기</translation>
    </message>
    <message>
        <source>paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>이 신경망</translation>
    </message>
    <message>
        <source>How the multiplications grow</source>
        <translation>곱셈 수가 늘어나는 모습</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>은닉층 수</translation>
    </message>
    <message>
        <source>units a layer</source>
        <translation>층마다 유닛 수</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>Fully connected: inputs {inputs}, units a hidden layer {width}, outputs {outputs}</source>
        <translation>모두 연결: 입력 {inputs}, 은닉층마다 유닛 {width}, 출력 {outputs}</translation>
    </message>
    <message>
        <source>Fully connected: inputs {inputs}, hidden layers {depth}, outputs {outputs}</source>
        <translation>모두 연결: 입력 {inputs}, 은닉층 {depth}, 출력 {outputs}</translation>
    </message>
</context>
<context>
    <name>CostsPanel</name>
    <message>
        <source>Multiplications for all gradients of this network, on one sample:</source>
        <translation>샘플 하나에서 이 신경망의 모든 기울기를 구하는 데 드는 곱셈:</translation>
    </message>
    <message>
        <source>Perturb each weight</source>
        <translation>가중치마다 조금씩 바꾸기</translation>
    </message>
    <message>
        <source>two forward passes for each</source>
        <translation>하나마다 순전파 두 번</translation>
    </message>
    <message>
        <source>Sum over paths</source>
        <translation>경로의 합</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>every δ once</source>
        <translation>δ마다 한 번</translation>
    </message>
    <message>
        <source>Why backpropagation wins: every δ is computed once and used by all edges that lead into its unit.</source>
        <translation>역전파가 이기는 까닭: δ를 한 번만 계산해 그 유닛으로 들어오는 모든 간선에 씁니다.</translation>
    </message>
    <message>
        <source>Measure the times</source>
        <translation>시간 재기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How far the measurement is</source>
        <translation>측정이 진행된 정도</translation>
    </message>
    <message>
        <source>As soon as the network is complete, its costs are counted here.</source>
        <translation>신경망이 완성되면 여기서 비용을 셉니다.</translation>
    </message>
    <message>
        <source>The network changed: measure again.</source>
        <translation>신경망이 바뀌었습니다. 다시 재세요.</translation>
    </message>
    <message>
        <source>{count} multiplications</source>
        <translation>곱셈 {count}번</translation>
    </message>
    <message>
        <source>the measure</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>{ratio} times as many</source>
        <translation>{ratio}배</translation>
    </message>
    <message>
        <source>weight by weight: {count} paths</source>
        <translation>가중치마다, 모두 경로 {count}개</translation>
    </message>
    <message>
        <source>Measured on sample {number}.</source>
        <translation>샘플 {number}(으)로 쟀습니다.</translation>
    </message>
    <message>
        <source>Against backpropagation, finite differences are off by at most {difference},</source>
        <translation>역전파와 견주어 유한 차분의 차이는 최대 {difference},</translation>
    </message>
    <message>
        <source>sums over paths by at most {difference}.</source>
        <translation>경로 합의 차이는 최대 {difference}입니다.</translation>
    </message>
    <message>
        <source>≈ is estimated from what was done in {seconds} s.</source>
        <translation>≈는 {seconds}초 동안 한 것으로 어림한 값입니다.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>The program ran into an error of its own. Your work is kept and you can go on; saving it now is a good idea. The details below help to mend the error.</source>
        <translation>프로그램 안에서 오류가 생겼습니다. 작업 내용은 보존되어 있고 계속할 수 있습니다. 지금 저장해 두는 것이 좋습니다. 아래의 자세한 내용은 오류를 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>It has happened {count} times.</source>
        <translation>{count}번 일어났습니다.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
</context>
<context>
    <name>CurvePage</name>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>The loss over the weight</source>
        <translation>가중치에 따른 손실</translation>
    </message>
    <message>
        <source>Press or drag to choose the weight to start from.</source>
        <translation>누르거나 끌어서 출발할 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>x = {inputs}, t = {targets}; L = mean of ½(a − t)²</source>
        <translation>x = {inputs}, t = {targets}; L = ½(a − t)²의 평균</translation>
    </message>
    <message>
        <source>linear unit, a = w·x</source>
        <translation>선형 유닛, a = w·x</translation>
    </message>
    <message>
        <source>tanh unit, a = tanh(w·x)</source>
        <translation>tanh 유닛, a = tanh(w·x)</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Choose a data set above, or import your own.</source>
        <translation>위에서 데이터셋을 고르거나 직접 가져오세요.</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>파일에서 가져옴</translation>
    </message>
    <message>
        <source>Picture of the data</source>
        <translation>데이터 그림</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>given values</source>
        <translation>주어진 값</translation>
    </message>
</context>
<context>
    <name>DataRoom</name>
    <message>
        <source>“{name}” is larger than {most} MB: take a part of it.</source>
        <translation>“{name}”은(는) {most} MB보다 큽니다. 일부만 사용하세요.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>“{name}”을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Copy some cells in a spreadsheet first.</source>
        <translation>먼저 스프레드시트에서 셀을 복사하세요.</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>클립보드</translation>
    </message>
    <message>
        <source>Fit the network to the data</source>
        <translation>신경망을 데이터에 맞추기</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} 가져오기</translation>
    </message>
    <message>
        <source>“{name}” cannot be used.</source>
        <translation>“{name}”을(를) 사용할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>Decision view</source>
        <translation>결정 보기</translation>
    </message>
    <message>
        <source>Output shown</source>
        <translation>보여 줄 출력</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>출력 {name}</translation>
    </message>
    <message>
        <source>sample {number}, for testing</source>
        <translation>샘플 {number}, 테스트용</translation>
    </message>
    <message>
        <source>sample {number}, for validation</source>
        <translation>샘플 {number}, 검증용</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>{shown} of {count} samples are drawn.</source>
        <translation>샘플 {count}개 중 {shown}개만 그렸습니다.</translation>
    </message>
    <message>
        <source>Click samples to step, elsewhere to predict.</source>
        <translation>샘플을 누르면 단계 진행, 빈 곳은 예측</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>As in sample {number}: {values}</source>
        <translation>샘플 {number}의 값으로 고정: {values}</translation>
    </message>
    <message>
        <source>{name}, target</source>
        <translation>{name}, 목표값</translation>
    </message>
    <message>
        <source>ringed: wrong</source>
        <translation>고리: 틀림</translation>
    </message>
    <message>
        <source>in the stepper</source>
        <translation>단계 진행 중</translation>
    </message>
    <message>
        <source>Sample {number} is set aside for testing: it is in no pass to step through.</source>
        <translation>샘플 {number}은(는) 테스트용으로 남겨 두어, 단계별로 따라갈 패스가 없습니다.</translation>
    </message>
    <message>
        <source>Sample {number} is set aside for validation: it is in no pass to step through.</source>
        <translation>샘플 {number}은(는) 검증용으로 따로 두었으므로 단계별로 볼 패스에 들어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>DescentLab</name>
    <message>
        <source>Descent lab</source>
        <translation>경사 하강 실험실</translation>
    </message>
    <message>
        <source>Drag the point, choose a rate and play the steps: each goes against the slope, as far as the rate says.</source>
        <translation>점을 끌고 학습률을 골라 단계를 재생해 보세요. 단계마다 기울기를 거슬러, 학습률이 정하는 만큼 갑니다.</translation>
    </message>
    <message>
        <source>Why does a rate that is a little too large diverge, and why is a narrow valley slow?</source>
        <translation>학습률이 조금만 커도 왜 발산하며, 좁은 골짜기에서는 왜 느릴까요?</translation>
    </message>
    <message>
        <source>A step leaves 1 − η·λ of the distance along a direction of curvature λ: above η·λ = 2 that grows; so the steepest direction limits the rate, and the flattest one crawls.</source>
        <translation>곡률이 λ인 방향으로는 한 단계 뒤에 거리의 1 − η·λ배가 남습니다. η·λ가 2를 넘으면 거리가 커지므로, 가장 가파른 방향이 학습률을 제한하고 가장 완만한 방향은 더디게 갑니다.</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>가중치 하나</translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation>가중치 둘</translation>
    </message>
</context>
<context>
    <name>DescentWords</name>
    <message>
        <source>{loss} becomes {after}</source>
        <translation>{loss} → {after}</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>단계 {step}/{steps}</translation>
    </message>
    <message>
        <source>Closed form: w* = Σ x·t / Σ x² = {weight}, L = {loss}</source>
        <translation>닫힌 해: w* = Σ x·t / Σ x² = {weight}, L = {loss}</translation>
    </message>
    <message>
        <source>No closed form: the least loss in sight, {loss}, is at w* = {weight}, found by search.</source>
        <translation>닫힌 해가 없습니다. 보이는 범위에서 가장 작은 손실 {loss}은(는) 탐색으로 찾은 w* = {weight}에 있습니다.</translation>
    </message>
    <message>
        <source>Closed form: w* = (XᵀX)⁻¹·Xᵀt = {weights}, L = {loss}</source>
        <translation>닫힌 해: w* = (XᵀX)⁻¹·Xᵀt = {weights}, L = {loss}</translation>
    </message>
    <message>
        <source>Crawl</source>
        <translation>더딤</translation>
    </message>
    <message>
        <source>Converge</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>Oscillate</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>Diverge</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>The weights have run away; here the steps end.</source>
        <translation>가중치가 한없이 멀어졌습니다. 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>{steps} steps are shown; here they end.</source>
        <translation>{steps}단계까지 보여 줍니다. 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>At rest: the next step would be shorter than a millionth.</source>
        <translation>멈춤: 다음 단계의 길이는 백만분의 1보다 짧습니다.</translation>
    </message>
    <message>
        <source>Curvature at the minimum: λ = {curvature}, η·λ = {product}</source>
        <translation>최솟값에서의 곡률: λ = {curvature}, η·λ = {product}</translation>
    </message>
    <message>
        <source>Curvatures λ from {flat} to {steep}: η·λ from {least} to {most}</source>
        <translation>곡률 λ는 {flat}부터 {steep}까지, η·λ는 {least}부터 {most}까지</translation>
    </message>
    <message>
        <source>Crawls: {flat} is below 0.1, and a step takes away only that part of the distance.</source>
        <translation>더딤: {flat}이(가) 0.1보다 작아, 한 단계에 거리가 그만큼만 줄어듭니다.</translation>
    </message>
    <message>
        <source>Converges: {steep} is not above 1; a step leaves 1 − η·λ of the distance.</source>
        <translation>수렴: {steep}이(가) 1 이하이므로, 한 단계 뒤에 거리의 1 − η·λ배가 남습니다.</translation>
    </message>
    <message>
        <source>Oscillates: {steep} is above 1, so each step lands on the other side, with |1 − η·λ| of the distance left.</source>
        <translation>진동: {steep}이(가) 1보다 크므로 단계마다 반대쪽에 떨어지고, 거리의 |1 − η·λ|배가 남습니다.</translation>
    </message>
    <message>
        <source>Diverges: {steep} is above 2, so each step lands on the other side and farther away than before.</source>
        <translation>발산: {steep}이(가) 2보다 크므로 단계마다 반대쪽으로, 그것도 전보다 더 멀리 떨어집니다.</translation>
    </message>
    <message>
        <source>Crawls: after {steps} steps the least loss is still far away.</source>
        <translation>더딤: {steps}단계 뒤에도 가장 작은 손실은 아직 멉니다.</translation>
    </message>
    <message>
        <source>Converges: within {steps} steps it is at the least loss.</source>
        <translation>수렴: {steps}단계 안에 가장 작은 손실에 이릅니다.</translation>
    </message>
    <message>
        <source>Oscillates: most of its {steps} steps turn the slope round.</source>
        <translation>진동: {steps}단계 대부분에서 기울기의 부호가 뒤집힙니다.</translation>
    </message>
    <message>
        <source>Diverges: after {steps} steps the loss is greater than at first.</source>
        <translation>발산: {steps}단계 뒤의 손실이 처음보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>“{name}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation>저장하지 않으면 변경 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>There are unsaved changes to “{name}”.</source>
        <translation>“{name}”에 저장하지 않은 변경 내용이 있습니다.</translation>
    </message>
    <message>
        <source>The program ended on {when} before they were saved. Restoring them does not change the file until you save.</source>
        <translation>{when}에 저장하지 못한 채 프로그램이 끝났습니다. 복구해도 저장하기 전까지 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>나중에 결정</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.npz)</source>
        <translation>표 (*.csv *.tsv *.txt *.npz)</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>표 가져오기</translation>
    </message>
    <message>
        <source>Choose where “{name}” is now, or cancel: nothing is changed.</source>
        <translation>“{name}”이(가) 지금 어디에 있는지 고르거나 취소하세요. 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>MLP Studio projects (*.mlps)</source>
        <translation>MLP Studio 프로젝트 (*.mlps)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 이미지 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF 문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Export values</source>
        <translation>값 내보내기</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Delete the template “{name}”?</source>
        <translation>템플릿 “{name}”을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>MLP Studio projects (*.mlps *.json)</source>
        <translation>MLP Studio 프로젝트 (*.mlps *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>DigitsButton</name>
    <message>
        <source>How numbers are written</source>
        <translation>숫자 표시 방법</translation>
    </message>
</context>
<context>
    <name>DrawLink</name>
    <message>
        <source>1 edge</source>
        <translation>간선 1개</translation>
    </message>
    <message>
        <source>{n} edges</source>
        <translation>간선 {n}개</translation>
    </message>
    <message>
        <source>dense (2: one-to-one, 3: sparse)</source>
        <translation>모두 연결 (2: 일대일, 3: 드문 연결)</translation>
    </message>
    <message>
        <source>one-to-one (1: dense, 3: sparse)</source>
        <translation>일대일 (1: 모두 연결, 3: 드문 연결)</translation>
    </message>
    <message>
        <source>random sparse (1: dense, 2: one-to-one)</source>
        <translation>무작위 드문 연결 (1: 모두 연결, 2: 일대일)</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Add class {name}</source>
        <translation>클래스 {name} 추가</translation>
    </message>
    <message>
        <source>Erase all samples</source>
        <translation>모든 샘플 지우기</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>Paint samples of one more class, up to six</source>
        <translation>클래스를 하나 더 그립니다. 여섯 개까지 됩니다</translation>
    </message>
    <message>
        <source>Classes in the plane</source>
        <translation>평면 위의 클래스</translation>
    </message>
    <message>
        <source>A curve: target over x1</source>
        <translation>곡선: x1에 대한 목표값</translation>
    </message>
    <message>
        <source>What to draw</source>
        <translation>무엇을 그릴지</translation>
    </message>
    <message>
        <source>Plane to paint samples on</source>
        <translation>샘플을 그리는 평면</translation>
    </message>
    <message>
        <source>Place a sample</source>
        <translation>샘플 놓기</translation>
    </message>
    <message>
        <source>Erase a sample</source>
        <translation>샘플 지우기</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Joins {layer}</source>
        <translation>{layer}에 들어갑니다</translation>
    </message>
    <message>
        <source>Inserted here and wired</source>
        <translation>여기에 끼워 넣고 연결합니다</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>longer than can be said</source>
        <translation>말할 수 없을 만큼 오래</translation>
    </message>
    <message>
        <source>{number} years</source>
        <translation>{number}년</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number}일</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number}시간</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number}분</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number}초</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{number} µs</source>
        <translation>{number} µs</translation>
    </message>
</context>
<context>
    <name>EdgesPage</name>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weight, to drag</source>
        <translation>끌어서 바꾸는 가중치</translation>
    </message>
    <message>
        <source>Freeze the weight</source>
        <translation>가중치 고정</translation>
    </message>
    <message>
        <source>Edge {name}</source>
        <translation>간선 {name}</translation>
    </message>
    <message>
        <source>Remove the edge</source>
        <translation>간선 지우기</translation>
    </message>
    <message>
        <source>{count} edges</source>
        <translation>간선 {count}개</translation>
    </message>
    <message>
        <source>Remove the edges</source>
        <translation>간선들 지우기</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>For sample {number}</source>
        <translation>샘플 {number}의 값</translation>
    </message>
    <message>
        <source>term w·a</source>
        <translation>항 w·a</translation>
    </message>
    <message>
        <source>message w·δ</source>
        <translation>전달값 w·δ</translation>
    </message>
    <message>
        <source>gradient ∂L/∂w</source>
        <translation>기울기 ∂L/∂w</translation>
    </message>
    <message>
        <source>Set weight {edge} to {value}</source>
        <translation>{edge}의 가중치를 {value}(으)로</translation>
    </message>
    <message>
        <source>Freeze weight {edge}</source>
        <translation>{edge}의 가중치 고정</translation>
    </message>
    <message>
        <source>Let weight {edge} learn</source>
        <translation>{edge}의 가중치 학습 허용</translation>
    </message>
</context>
<context>
    <name>EditError</name>
    <message>
        <source>There is already a layer {layer}.</source>
        <translation>층 {layer}은(는) 이미 있습니다.</translation>
    </message>
    <message>
        <source>An input layer cannot stand on a link: only the data flow into it.</source>
        <translation>입력층은 연결 위에 놓을 수 없습니다. 입력층에는 데이터만 들어옵니다.</translation>
    </message>
    <message>
        <source>Softmax joins all units of {layer}: one unit cannot have or leave it alone.</source>
        <translation>소프트맥스는 {layer}의 모든 유닛을 묶습니다. 유닛 하나만 쓰거나 뺄 수 없습니다.</translation>
    </message>
    <message>
        <source>{layer} is not an input layer: it has no features.</source>
        <translation>{layer}은(는) 입력층이 아니어서 특성이 없습니다.</translation>
    </message>
    <message>
        <source>{layer} cannot be linked to itself.</source>
        <translation>{layer}을(를) 자기 자신에게 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>{layer} is an input layer: only the data can flow into it.</source>
        <translation>{layer}은(는) 입력층이므로 데이터만 들어올 수 있습니다.</translation>
    </message>
    <message>
        <source>{source} and {target} are linked already.</source>
        <translation>{source}와(과) {target}은(는) 이미 연결되어 있습니다.</translation>
    </message>
    <message>
        <source>That link would close a circle: {circle}.</source>
        <translation>그렇게 연결하면 순환이 생깁니다: {circle}.</translation>
    </message>
    <message>
        <source>That edge of {link} was removed: restore it before setting a weight.</source>
        <translation>{link}의 그 간선은 지워졌습니다. 가중치를 정하려면 먼저 되살리세요.</translation>
    </message>
    <message>
        <source>The biases of {layer} are switched off.</source>
        <translation>{layer}의 편향이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>These weights belong to another network than the one on the canvas.</source>
        <translation>이 가중치는 화면의 신경망이 아닌 다른 신경망의 것입니다.</translation>
    </message>
    <message>
        <source>There is no layer {layer}.</source>
        <translation>층 {layer}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{layer} is an input layer: it passes the data on and has nothing to set or learn.</source>
        <translation>{layer}은(는) 입력층입니다. 데이터를 전달할 뿐 설정하거나 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}: its units are 0 to {last}.</source>
        <translation>층 {layer}에는 유닛 {unit}이(가) 없습니다. 유닛은 0부터 {last}까지입니다.</translation>
    </message>
    <message>
        <source>There is no link {link}.</source>
        <translation>연결 {link}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{layer} needs at least one unit: remove the layer instead.</source>
        <translation>{layer}에는 유닛이 하나 이상 있어야 합니다. 대신 층을 지우세요.</translation>
    </message>
    <message>
        <source>A layer&apos;s id is 1 to {most} printable characters without an arrow or spaces around it; “{id}” is not.</source>
        <translation>층의 이름표는 화살표와 앞뒤 공백이 없는 1~{most}자여야 합니다. “{id}”은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“{text}” must be one line of at most {most} characters.</source>
        <translation>“{text}”은(는) {most}자 이하의 한 줄이어야 합니다.</translation>
    </message>
    <message>
        <source>A layer has 1 to {most} units, not {units}.</source>
        <translation>층의 유닛은 1~{most}개입니다. {units}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>{value} is not a finite number.</source>
        <translation>{value}은(는) 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The values must be numbers in rows of equal length.</source>
        <translation>값은 길이가 같은 행으로 된 수여야 합니다.</translation>
    </message>
    <message>
        <source>The values must be {expected}, not {found}.</source>
        <translation>값의 모양은 {found}이(가) 아니라 {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” is not one of {known}.</source>
        <translation>“{name}”은(는) 다음 가운데 하나가 아닙니다: {known}.</translation>
    </message>
    <message>
        <source>The scale of an initializer is 0 to {most}, not {scale}.</source>
        <translation>초기화 범위는 0~{most}입니다. {scale}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The data need one row of inputs and one row of targets per sample.</source>
        <translation>데이터에는 샘플마다 입력 한 행과 목표값 한 행이 있어야 합니다.</translation>
    </message>
    <message>
        <source>The targets are numbers, not classes.</source>
        <translation>목표값은 클래스가 아니라 숫자입니다.</translation>
    </message>
    <message>
        <source>The data are empty.</source>
        <translation>데이터가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The data may hold {most} values, not {count}.</source>
        <translation>데이터의 값은 {most}개까지입니다. {count}개는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The data have {width} target columns but {count} names of classes.</source>
        <translation>데이터의 목표 열은 {width}개인데 클래스 이름은 {count}개입니다.</translation>
    </message>
    <message>
        <source>The data have {width} target columns but {count} names for them.</source>
        <translation>데이터의 목표 열은 {width}개인데 그 이름은 {count}개입니다.</translation>
    </message>
    <message>
        <source>Each sample must be for training, validation or testing.</source>
        <translation>각 샘플은 훈련, 검증, 테스트 중 하나에 쓰여야 합니다.</translation>
    </message>
    <message>
        <source>At least one sample must be for training.</source>
        <translation>훈련용 샘플이 적어도 하나는 있어야 합니다.</translation>
    </message>
    <message>
        <source>The data have {width} input columns but {count} column names.</source>
        <translation>데이터의 입력 열은 {width}개인데 열 이름은 {count}개입니다.</translation>
    </message>
    <message>
        <source>A column of the data has no name.</source>
        <translation>데이터에 이름 없는 열이 있습니다.</translation>
    </message>
    <message>
        <source>Two columns of the data are called “{column}”.</source>
        <translation>데이터의 두 열이 모두 “{column}”입니다.</translation>
    </message>
    <message>
        <source>A network has at most {most} layers.</source>
        <translation>신경망의 층은 {most}개까지입니다.</translation>
    </message>
    <message>
        <source>A network has at most {most} links.</source>
        <translation>신경망의 연결은 {most}개까지입니다.</translation>
    </message>
    <message>
        <source>A network has at most {most} edges, not {count}.</source>
        <translation>신경망의 간선은 {most}개까지입니다. {count}개는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The optimizer {name} has no setting “{setting}”.</source>
        <translation>옵티마이저 {name}에는 “{setting}” 설정이 없습니다.</translation>
    </message>
    <message>
        <source>{name} must be above 0, not {value}.</source>
        <translation>{name}은(는) 0보다 커야 합니다. {value}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{name} must be at least 0 and less than 1, not {value}.</source>
        <translation>{name}은(는) 0 이상 1 미만이어야 합니다. {value}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{name} must be between 0 and 1, not {value}.</source>
        <translation>{name}은(는) 0과 1 사이여야 합니다. {value}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{name} must be at least {low}, not {value}.</source>
        <translation>{name}은(는) {low} 이상이어야 합니다. {value}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>There are no edges missing there from {source} to {target}.</source>
        <translation>{source}에서 {target}(으)로 가는 그 간선은 이미 모두 있습니다.</translation>
    </message>
    <message>
        <source>{layer} is an input layer: it takes units of other input layers only.</source>
        <translation>{layer}은(는) 입력층이므로 다른 입력층의 유닛만 받을 수 있습니다.</translation>
    </message>
    <message>
        <source>The units of {layer} are inputs: only another input layer takes them.</source>
        <translation>{layer}의 유닛은 입력입니다. 다른 입력층으로만 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>The density of a link is above 0 and at most 1, not {density}.</source>
        <translation>연결의 밀도는 0보다 크고 1 이하여야 합니다. {density}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>One to one needs as many units on both sides: {source} has {sources}, {target} has {targets}.</source>
        <translation>일대일로 이으려면 양쪽 유닛 수가 같아야 합니다. {source}은(는) {sources}개, {target}은(는) {targets}개입니다.</translation>
    </message>
    <message>
        <source>There are no data yet.</source>
        <translation>아직 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>The target of sample {number} must be one of {classes}.</source>
        <translation>샘플 {number}의 목표값은 {classes} 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>Each row needs {width} values here.</source>
        <translation>여기서는 각 행에 값이 {width}개 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no column {number} here: the data have {count}.</source>
        <translation>{number}번 열이 없습니다. 데이터의 열은 {count}개입니다.</translation>
    </message>
    <message>
        <source>There is no sample {number}.</source>
        <translation>샘플 {number}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The block is empty.</source>
        <translation>블록이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Sample {number} would be new and has no value for “{column}”: new samples need a value in every column.</source>
        <translation>샘플 {number}은(는) 새 샘플인데 “{column}” 값이 없습니다. 새 샘플은 모든 열에 값이 있어야 합니다.</translation>
    </message>
    <message>
        <source>The network cannot be written as formulas while it cannot run.</source>
        <translation>신경망이 실행될 수 있어야 수식으로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The chain rule has nothing to multiply where a unit is {activation}: its derivative is 0 everywhere. Choose another activation.</source>
        <translation>유닛의 활성화 함수가 {activation}이면 도함수가 어디서나 0이라 연쇄 법칙으로 곱할 것이 없습니다. 다른 활성화 함수를 고르세요.</translation>
    </message>
    <message>
        <source>The perceptron loss bypasses the output&apos;s activation, so there is no chain from one to the other. Choose another loss.</source>
        <translation>퍼셉트론 손실은 출력의 활성화 함수를 거치지 않아 둘 사이에 연쇄가 없습니다. 다른 손실을 고르세요.</translation>
    </message>
    <message>
        <source>As formulas the network has {count} variables, and a graph of more than {most} cannot be read; take fewer units.</source>
        <translation>이 신경망을 수식으로 쓰면 변수가 {count}개입니다. {most}개가 넘는 그래프는 읽을 수 없으니 유닛을 줄이세요.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Draw new weights with seed {seed}</source>
        <translation>시드 {seed}(으)로 가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>&amp;Undo: {label}</source>
        <translation>실행 취소(&amp;U): {label}</translation>
    </message>
    <message>
        <source>&amp;Redo: {label}</source>
        <translation>다시 실행(&amp;R): {label}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>AND with a single neuron</source>
        <translation>뉴런 하나로 만드는 AND</translation>
    </message>
    <message>
        <source>XOR with two hidden units</source>
        <translation>은닉 유닛 두 개로 푸는 XOR</translation>
    </message>
    <message>
        <source>Two circles, one inside the other</source>
        <translation>안팎의 두 원</translation>
    </message>
    <message>
        <source>The sigmoid circuit of CS231n</source>
        <translation>CS231n의 시그모이드 회로</translation>
    </message>
    <message>
        <source>The neuron of micrograd</source>
        <translation>micrograd의 뉴런</translation>
    </message>
    <message>
        <source>The worked example of Matt Mazur</source>
        <translation>매트 마주르의 계산 예제</translation>
    </message>
    <message>
        <source>The XOR solution of Goodfellow</source>
        <translation>굿펠로의 XOR 해</translation>
    </message>
</context>
<context>
    <name>Explainer</name>
    <message>
        <source>Sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Inputs:</source>
        <translation>입력:</translation>
    </message>
    <message>
        <source>Targets:</source>
        <translation>목표:</translation>
    </message>
    <message>
        <source>One of a batch of {count}: the update takes the mean over them.</source>
        <translation>{count}개로 이루어진 배치의 샘플 하나입니다. 갱신에는 배치의 평균을 씁니다.</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… {count}개 더</translation>
    </message>
    <message>
        <source>Step on to send it forward through the network.</source>
        <translation>한 단계 나아가 신경망에 순전파해 보세요.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The loss is in “{name}”.</source>
        <translation>손실이 “{name}”에 있습니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>{count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>mean of {count}: {value}</source>
        <translation>{count}개 평균: {value}</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>유닛 {count}개</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>samples: {samples} · inputs: {inputs} · classes: {outputs}</source>
        <translation>샘플: {samples} · 입력: {inputs} · 클래스: {outputs}</translation>
    </message>
    <message>
        <source>samples: {samples} · inputs: {inputs} · targets: {outputs}</source>
        <translation>샘플: {samples} · 입력: {inputs} · 목표값: {outputs}</translation>
    </message>
    <message>
        <source>training: {train} · validation: {validation} · test: {test}</source>
        <translation>학습: {train} · 검증: {validation} · 테스트: {test}</translation>
    </message>
    <message>
        <source>training: {train} · test: {test}</source>
        <translation>학습: {train} · 테스트: {test}</translation>
    </message>
</context>
<context>
    <name>FeatureSection</name>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>formula…</source>
        <translation>수식…</translation>
    </message>
    <message>
        <source>Type a formula of your own</source>
        <translation>수식을 직접 입력합니다</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Copy the table</source>
        <translation>표 복사</translation>
    </message>
</context>
<context>
    <name>FileMenus</name>
    <message>
        <source>No recent files</source>
        <translation>최근 파일 없음</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>최근 파일 목록 지우기</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened.</source>
        <translation>“{name}”을(를) 열 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>“{name}”을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved.</source>
        <translation>“{name}”을(를) 저장할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>FitSection</name>
    <message>
        <source>Whose residuals are shown</source>
        <translation>잔차를 볼 출력</translation>
    </message>
    <message>
        <source>How far the outputs are from their targets</source>
        <translation>출력이 목표에서 떨어진 정도</translation>
    </message>
    <message>
        <source>RMSE: the root of the mean squared residual. MAE: the mean size of a residual. A residual is t − a, target minus output.</source>
        <translation>RMSE: 잔차 제곱 평균의 제곱근. MAE: 잔차 크기의 평균. 잔차는 t − a, 목표에서 출력을 뺀 값입니다.</translation>
    </message>
    <message>
        <source>Residuals over outputs</source>
        <translation>출력에 따른 잔차</translation>
    </message>
    <message>
        <source>output a</source>
        <translation>출력 a</translation>
    </message>
    <message>
        <source>residual t − a</source>
        <translation>잔차 t − a</translation>
    </message>
    <message>
        <source>No finite residual to draw.</source>
        <translation>그릴 수 있는 유한한 잔차가 없습니다.</translation>
    </message>
    <message>
        <source>max |t − a|</source>
        <translation>최대 |t − a|</translation>
    </message>
    <message>
        <source>mean t − a</source>
        <translation>평균 t − a</translation>
    </message>
    <message>
        <source>Sample {number} (test): target {target}, output {output}, residual {residual}</source>
        <translation>샘플 {number} (테스트): 목표 {target}, 출력 {output}, 잔차 {residual}</translation>
    </message>
    <message>
        <source>Sample {number} (validation): target {target}, output {output}, residual {residual}</source>
        <translation>샘플 {number} (검증): 목표 {target}, 출력 {output}, 잔차 {residual}</translation>
    </message>
    <message>
        <source>Sample {number}: target {target}, output {output}, residual {residual}</source>
        <translation>샘플 {number}: 목표 {target}, 출력 {output}, 잔차 {residual}</translation>
    </message>
    <message>
        <source>Filled: train, open: set aside; ringed: the current sample. A click takes another.</source>
        <translation>채워진 점: 훈련, 빈 점: 따로 둔 샘플, 고리: 현재 샘플. 클릭하면 다른 샘플을 고릅니다.</translation>
    </message>
    <message>
        <source>Filled: train, open: test; ringed: the current sample. A click takes another.</source>
        <translation>채운 점: 학습, 빈 점: 테스트, 고리: 지금 샘플. 클릭하면 다른 샘플을 고릅니다.</translation>
    </message>
    <message>
        <source>The ring is the current sample. A click on a point takes another.</source>
        <translation>고리는 지금 샘플입니다. 점을 클릭하면 다른 샘플을 고릅니다.</translation>
    </message>
    <message>
        <source>{drawn} of {total} points are drawn, the worst among them.</source>
        <translation>점 {total}개 중 가장 나쁜 것을 포함해 {drawn}개를 그렸습니다.</translation>
    </message>
</context>
<context>
    <name>Fixes</name>
    <message>
        <source>Take the four samples of XOR</source>
        <translation>XOR 샘플 네 개 쓰기</translation>
    </message>
    <message>
        <source>Give {layer} a single unit</source>
        <translation>{layer}의 유닛을 1개로</translation>
    </message>
    <message>
        <source>Give {layer} {units} units</source>
        <translation>{layer}의 유닛을 {units}개로</translation>
    </message>
    <message>
        <source>Replace “{formula}” with {column}</source>
        <translation>“{formula}”을(를) {column}(으)로 바꾸기</translation>
    </message>
    <message>
        <source>Replace {count} formulas with columns</source>
        <translation>수식 {count}개를 열로 바꾸기</translation>
    </message>
    <message>
        <source>Use binary cross-entropy and sigmoid</source>
        <translation>이진 교차 엔트로피와 sigmoid 쓰기</translation>
    </message>
    <message>
        <source>Let {layer} use {activation}</source>
        <translation>{layer}에 {activation} 쓰기</translation>
    </message>
    <message>
        <source>Use binary cross-entropy</source>
        <translation>이진 교차 엔트로피 쓰기</translation>
    </message>
    <message>
        <source>Use ½ squared error</source>
        <translation>½ 제곱 오차 쓰기</translation>
    </message>
    <message>
        <source>Train by gradient descent</source>
        <translation>경사 하강법으로 학습</translation>
    </message>
    <message>
        <source>Train on all samples</source>
        <translation>모든 샘플로 학습</translation>
    </message>
    <message>
        <source>Set a fifth aside for each</source>
        <translation>각각 5분의 1씩 따로 두기</translation>
    </message>
    <message>
        <source>Split by the fractions instead</source>
        <translation>대신 비율로 나누기</translation>
    </message>
    <message>
        <source>Compute in float64</source>
        <translation>float64로 계산</translation>
    </message>
    <message>
        <source>Fit the network to the data</source>
        <translation>신경망을 데이터에 맞추기</translation>
    </message>
    <message>
        <source>Add layers of size {inputs} and {outputs}</source>
        <translation>크기 {inputs}, {outputs}인 층 추가</translation>
    </message>
    <message>
        <source>Add an input layer of size {units}</source>
        <translation>크기 {units}인 입력층 추가</translation>
    </message>
    <message>
        <source>Add an output layer of size {units}</source>
        <translation>크기 {units}인 출력층 추가</translation>
    </message>
    <message>
        <source>Let {layer} take the columns</source>
        <translation>{layer}에 열을 그대로 넣기</translation>
    </message>
    <message>
        <source>Give all units of {layer} the same activation</source>
        <translation>{layer}의 모든 유닛에 같은 활성화 함수 쓰기</translation>
    </message>
    <message>
        <source>Link {source} to {target}</source>
        <translation>{source}에서 {target}(으)로 연결</translation>
    </message>
</context>
<context>
    <name>FormulaEditor</name>
    <message>
        <source>Formulas</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>for example {formula}</source>
        <translation>예: {formula}</translation>
    </message>
    <message>
        <source>At character {position}: {reason}</source>
        <translation>{position}번째 글자: {reason}</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Formula of a feature</source>
        <translation>특징의 수식</translation>
    </message>
    <message>
        <source>for example {formula}</source>
        <translation>예: {formula}</translation>
    </message>
    <message>
        <source>At character {position}: {reason}</source>
        <translation>{position}번째 글자: {reason}</translation>
    </message>
    <message>
        <source>No column is called {name}; there are {columns}.</source>
        <translation>{name}(이)라는 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
</context>
<context>
    <name>FormulaHalf</name>
    <message>
        <source>The formula has no value at {count} of the samples.</source>
        <translation>샘플 {count}개에서 수식의 값이 없습니다.</translation>
    </message>
    <message>
        <source>Lift by a formula</source>
        <translation>수식으로 들어 올리기</translation>
    </message>
    <message>
        <source>The samples, lifted by the formula</source>
        <translation>수식으로 들어 올린 샘플</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>z = w₁·x₁ + w₂·x₂ + w₃·f + b is 0 on the plane; f = {formula}</source>
        <translation>평면에서 z = w₁·x₁ + w₂·x₂ + w₃·f + b는 0입니다. f = {formula}</translation>
    </message>
    <message>
        <source>Fitted by a logistic unit in {epochs} epochs; its cross-entropy is {loss}</source>
        <translation>로지스틱 유닛이 {epochs}에포크 동안 맞췄습니다. 교차 엔트로피는 {loss}입니다</translation>
    </message>
</context>
<context>
    <name>Forward</name>
    <message>
        <source>Forward: unit {number} of {layer}</source>
        <translation>순전파: {layer}의 유닛 {number}</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Forward: layer {layer}</source>
        <translation>순전파: 층 {layer}</translation>
    </message>
    <message>
        <source>Activation of unit {number} of {layer}</source>
        <translation>{layer}의 유닛 {number} 활성화</translation>
    </message>
    <message>
        <source>Forward: term {number} of {count} into {unit}</source>
        <translation>순전파: {unit}에 들어가는 항 {count}개 중 {number}번째</translation>
    </message>
    <message>
        <source>The last term: z is complete.</source>
        <translation>마지막 항입니다. z가 완성됩니다.</translation>
    </message>
    <message>
        <source>z so far:</source>
        <translation>지금까지의 z:</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>term</source>
        <translation>항</translation>
    </message>
    <message>
        <source>f is {name}:</source>
        <translation>f는 {name}:</translation>
    </message>
    <message>
        <source>f is softmax: it looks at the z of all units of its layer.</source>
        <translation>f는 소프트맥스입니다. 그 층의 모든 유닛의 z를 봅니다.</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <source>from</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>Gradient of {edge}</source>
        <translation>{edge}의 기울기</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Published figures</source>
        <translation>발표된 수치</translation>
    </message>
    <message>
        <source>This project has no published figures to check; these worked examples have. Open one and step through it:</source>
        <translation>이 프로젝트에는 견주어 볼 발표된 수치가 없습니다. 다음 계산 예제에는 있습니다. 하나를 열어 단계별로 따라가 보세요:</translation>
    </message>
    <message>
        <source>✗ {count} of {all} figures are not what was published.</source>
        <translation>✗ 수치 {all}개 중 {count}개가 발표된 값과 다릅니다.</translation>
    </message>
    <message>
        <source>Checking: {count} of {all} figures are still to be computed.</source>
        <translation>확인 중: 수치 {all}개 중 {count}개를 아직 계산하고 있습니다.</translation>
    </message>
    <message>
        <source>✓ {count} of {all} figures agree to the last printed digit.</source>
        <translation>✓ 수치 {all}개 중 {count}개가 인쇄된 마지막 자리까지 일치합니다.</translation>
    </message>
    <message>
        <source>Off by one in the last digit: {count}.</source>
        <translation>마지막 자리에서 1만큼 다름: {count}개.</translation>
    </message>
    <message>
        <source>Misprinted there, and explained below: {count}.</source>
        <translation>원문이 잘못되었고 아래에 설명됨: {count}개.</translation>
    </message>
    <message>
        <source>see remark {number}</source>
        <translation>참고 {number}</translation>
    </message>
    <message>
        <source>✓ agrees</source>
        <translation>✓ 일치</translation>
    </message>
    <message>
        <source>≈ last digit</source>
        <translation>≈ 마지막 자리</translation>
    </message>
    <message>
        <source>≠ misprinted</source>
        <translation>≠ 원문 오류</translation>
    </message>
    <message>
        <source>✗ not as published</source>
        <translation>✗ 발표된 값과 다름</translation>
    </message>
    <message>
        <source>section {section}</source>
        <translation>{section}절</translation>
    </message>
    <message>
        <source>Above as published, below as the engine computes it now, with two more digits. A click on a name goes to the step that makes it.</source>
        <translation>위는 발표된 값, 아래는 엔진이 지금 계산한 값으로 두 자리를 더 보여 줍니다. 이름을 클릭하면 그 값이 나오는 단계로 갑니다.</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>계산 중</translation>
    </message>
    <message>
        <source>Sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>그 뒤</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>If the output weights are updated first</source>
        <translation>출력 가중치를 먼저 갱신하면</translation>
    </message>
    <message>
        <source>Then the messages to the hidden layer pass through weights that were changed already, and what comes out is not the gradient of the loss. The program always updates all weights at once, from the old ones. Above all at once, below the output weights first:</source>
        <translation>은닉층으로 가는 전달값이 이미 바뀐 가중치를 지나므로, 나오는 값은 손실의 기울기가 아닙니다. 이 프로그램은 언제나 옛 가중치로 모든 가중치를 한꺼번에 갱신합니다. 위는 한꺼번에, 아래는 출력 가중치를 먼저 갱신한 값입니다:</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>참고</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guide to the worked example</source>
        <translation>계산 예제 안내</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>수치 복사</translation>
    </message>
    <message>
        <source>As a table for a spreadsheet</source>
        <translation>스프레드시트에 붙일 표로 복사합니다</translation>
    </message>
    <message>
        <source>That comes after update {count}: step on, or train, to get there.</source>
        <translation>갱신 {count}번 뒤의 값입니다. 단계를 더 진행하거나 학습하면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The weights are others by now: reset them to see this step.</source>
        <translation>지금은 가중치가 다릅니다. 가중치를 처음으로 되돌리면 이 단계를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>published</source>
        <translation>발표된 값</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>계산한 값</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
</context>
<context>
    <name>Half</name>
    <message>
        <source>Open on the canvas</source>
        <translation>캔버스에서 열기</translation>
    </message>
    <message>
        <source>The curve over the input plane</source>
        <translation>입력 평면의 곡선</translation>
    </message>
    <message>
        <source>where the plane cuts</source>
        <translation>평면이 자르는 곳</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Separated: {right} of {count}</source>
        <translation>{count}개 중 {right}개를 나눴습니다</translation>
    </message>
    <message>
        <source>Separated: {right} of {count}, by one line</source>
        <translation>직선 하나로 {count}개 중 {right}개를 나눴습니다</translation>
    </message>
    <message>
        <source>Separated: {right} of {count}, by one plane</source>
        <translation>평면 하나로 {count}개 중 {right}개를 나눴습니다</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Point anywhere: z is told here.</source>
        <translation>아무 곳이나 가리키면 여기에 z가 나옵니다.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>로그 x</translation>
    </message>
    <message>
        <source>Logarithmic scale for the epochs</source>
        <translation>에포크를 로그 눈금으로</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>로그 y</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss</source>
        <translation>손실을 로그 눈금으로</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show all of the curves, and follow them again</source>
        <translation>곡선 전체를 보고 다시 따라갑니다</translation>
    </message>
    <message>
        <source>Export the plot or its values</source>
        <translation>그래프나 값을 내보내기</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>Smoothing: an exponential moving average over the epochs; the losses themselves stay behind it as a pale line.</source>
        <translation>평활: 에포크에 걸친 지수 이동 평균입니다. 원래 손실은 뒤에 옅은 선으로 남습니다.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>그림 (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>벡터 그림 (SVG)…</translation>
    </message>
    <message>
        <source>Values (CSV)…</source>
        <translation>값 (CSV)…</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>학습 정확도</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>training R²</source>
        <translation>학습 R²</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>test R²</source>
        <translation>테스트 R²</translation>
    </message>
    <message>
        <source>validation R²</source>
        <translation>검증 R²</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>샘플 추가</translation>
    </message>
    <message>
        <source>Add a sample at the end</source>
        <translation>끝에 샘플 추가</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the selected samples</source>
        <translation>선택한 샘플 삭제</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Choose whether the selected samples train, validate or test</source>
        <translation>선택한 샘플을 훈련, 검증, 테스트 중 어디에 쓸지 고르기</translation>
    </message>
    <message>
        <source>samples: {samples}</source>
        <translation>샘플: {samples}</translation>
    </message>
    <message>
        <source>samples: {samples}, selected: {chosen}</source>
        <translation>샘플: {samples}, 선택: {chosen}</translation>
    </message>
</context>
<context>
    <name>HeatMaps</name>
    <message>
        <source>The strongest of the {count} weights here</source>
        <translation>이 자리의 가중치 {count}개 중 가장 강한 것</translation>
    </message>
</context>
<context>
    <name>HiddenView</name>
    <message>
        <source>Hidden space</source>
        <translation>은닉 공간</translation>
    </message>
    <message>
        <source>The outputs of this layer are not finite any more.</source>
        <translation>이 층의 출력이 더는 유한하지 않습니다.</translation>
    </message>
    <message>
        <source>Choose data first: its samples then stand here as each layer sees them.</source>
        <translation>먼저 데이터를 고르세요. 그러면 각 층이 보는 대로 샘플이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>The network cannot run yet: solve its problems, and the data stands here.</source>
        <translation>아직 신경망을 실행할 수 없습니다. 문제를 해결하면 여기에 데이터가 나타납니다.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of changes</source>
        <translation>변경 기록</translation>
    </message>
    <message>
        <source>Every change will stand here; a click on one goes back to how it was then.</source>
        <translation>바꾼 것이 차례로 여기에 적힙니다. 하나를 누르면 그때로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>{label} · saved</source>
        <translation>{label} · 저장됨</translation>
    </message>
    <message>
        <source>{label}, now</source>
        <translation>{label}, 현재</translation>
    </message>
    <message>
        <source>{label}, undone</source>
        <translation>{label}, 취소됨</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import {name}</source>
        <translation>{name} 가져오기</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>처음 몇 행</translation>
    </message>
    <message>
        <source>I: input, T: target, Delete: leave the column out. Space, or a double click on a heading: the next of these.</source>
        <translation>I: 입력, T: 목표, Delete: 열 빼기. Space 또는 머리글 두 번 클릭: 다음 용도.</translation>
    </message>
    <message>
        <source>Rows that are left out</source>
        <translation>빠진 행</translation>
    </message>
    <message>
        <source>Leave the data in the file: the project refers to it</source>
        <translation>데이터를 파일에 그대로 두고 프로젝트가 참조하기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>So much data makes the project file large: it can stay in its own file.</source>
        <translation>데이터가 많아 프로젝트 파일이 커집니다. 원래 파일에 둘 수도 있습니다.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>row {row}: {reason}</source>
        <translation>{row}행: {reason}</translation>
    </message>
    <message>
        <source>row {row}, {column}: {reason}</source>
        <translation>{row}행, {column}: {reason}</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>{count} numbers to learn</source>
        <translation>학습할 숫자 {count}개</translation>
    </message>
    <message>
        <source>{count} number to learn</source>
        <translation>학습할 숫자 {count}개</translation>
    </message>
    <message>
        <source>{count} row</source>
        <translation>{count}행</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}행</translation>
    </message>
    <message>
        <source>{count} input</source>
        <translation>입력 {count}개</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>입력 {count}개</translation>
    </message>
    <message>
        <source>{count} rows are left out</source>
        <translation>{count}행은 빠집니다</translation>
    </message>
    <message>
        <source>{count} row is left out</source>
        <translation>{count}행은 빠집니다</translation>
    </message>
    <message>
        <source>{count} empty cell is filled in</source>
        <translation>빈 셀 {count}개를 채웠습니다</translation>
    </message>
    <message>
        <source>{count} empty cells are filled in</source>
        <translation>빈 셀 {count}개를 채웠습니다</translation>
    </message>
</context>
<context>
    <name>ImportTableError</name>
    <message>
        <source>X has {inputs} rows but y has {targets}: they must agree.</source>
        <translation>X는 {inputs}행인데 y는 {targets}행입니다. 같아야 합니다.</translation>
    </message>
    <message>
        <source>The data would hold {count} values; a project may hold {most}: leave columns out, or take a part of the rows.</source>
        <translation>데이터의 값이 {count}개가 됩니다. 프로젝트에는 {most}개까지 담을 수 있으니 열을 빼거나 행의 일부만 사용하세요.</translation>
    </message>
    <message>
        <source>X has {found} columns; the project&apos;s data have {width}.</source>
        <translation>X의 열은 {found}개인데 프로젝트 데이터의 열은 {width}개입니다.</translation>
    </message>
    <message>
        <source>y holds {count} classes; there may be 2 to {most}.</source>
        <translation>y에 클래스가 {count}개 있습니다. 2개에서 {most}개까지 가능합니다.</translation>
    </message>
    <message>
        <source>This is no file of named arrays ({reason}): save it with numpy.savez(file, X=…, y=…).</source>
        <translation>이름이 붙은 배열 파일이 아닙니다({reason}). numpy.savez(file, X=…, y=…)로 저장하세요.</translation>
    </message>
    <message>
        <source>There is no array “{name}” (there are {found}): save it with numpy.savez(file, X=…, y=…).</source>
        <translation>배열 “{name}”이(가) 없습니다(있는 것: {found}). numpy.savez(file, X=…, y=…)로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} must hold numbers, a row for each sample; it is {shape} of {kind}.</source>
        <translation>{name}에는 샘플마다 한 행씩 숫자가 있어야 하는데 {kind} {shape}입니다.</translation>
    </message>
    <message>
        <source>{name}, row {row}, column {column}: found {found}, expected a finite number.</source>
        <translation>{name}, {row}행 {column}열: 유한한 숫자가 있어야 하는데 {found}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>The table has no rows below its first.</source>
        <translation>표의 첫 행 아래에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>표에 행이 없습니다.</translation>
    </message>
    <message>
        <source>No column is an input: choose at least one.</source>
        <translation>입력 열이 없습니다. 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>No column is the target: choose at least one.</source>
        <translation>목표 열이 없습니다. 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>The table has {width} columns; the choice of inputs and targets is for another.</source>
        <translation>표의 열은 {width}개입니다. 입력과 목표의 선택이 이 표와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Column “{column}” is empty: leave it out.</source>
        <translation>열 “{column}”이(가) 비어 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>Column “{column}” holds {count} classes; there may be 2 to {most}: choose another target, or learn its numbers.</source>
        <translation>열 “{column}”의 클래스는 {count}개입니다. 2개에서 {most}개까지 가능하니 다른 목표를 고르거나 숫자로 학습하세요.</translation>
    </message>
    <message>
        <source>No row can be used. Row {row}, column {column}: {reason}. Choose other columns, or another way to fill empty cells.</source>
        <translation>쓸 수 있는 행이 없습니다. {row}행, {column} 열: {reason}. 다른 열을 고르거나 빈 셀을 채우는 방법을 바꾸세요.</translation>
    </message>
    <message>
        <source>“{encoding}” is not a known encoding: choose one of {known}.</source>
        <translation>“{encoding}”은(는) 알 수 없는 인코딩입니다. {known} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>Row {row} holds bytes ({found}) that are no text in {encoding}: choose another encoding.</source>
        <translation>{row}행의 바이트({found})는 {encoding} 글자가 아닙니다. 다른 인코딩을 고르세요.</translation>
    </message>
    <message>
        <source>Row {row} holds a zero byte: this is not a table of text, or not one in {encoding}. Save it as CSV in UTF-8.</source>
        <translation>{row}행에 0 바이트가 있습니다. 글자로 된 표가 아니거나 {encoding}이(가) 아닙니다. UTF-8 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>The table is larger than {most} MB: take a part of it.</source>
        <translation>표가 {most} MB보다 큽니다. 일부만 사용하세요.</translation>
    </message>
    <message>
        <source>This is a zipped file, such as a workbook (.xlsx), not a table of text: save it as CSV from the spreadsheet program.</source>
        <translation>글자로 된 표가 아니라 통합 문서(.xlsx) 같은 압축 파일입니다. 스프레드시트 프로그램에서 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>the table has no rows below its header</source>
        <translation>표의 머리글 아래에 행이 없습니다</translation>
    </message>
    <message>
        <source>has no column &apos;{column}&apos;; its first line must name the columns {wanted} (it names {found})</source>
        <translation>&apos;{column}&apos; 열이 없습니다. 첫 줄에 {wanted} 열의 이름이 있어야 합니다(지금은 {found})</translation>
    </message>
    <message>
        <source>has more than one column &apos;{column}&apos;; its first line must name the columns {wanted} (it names {found})</source>
        <translation>&apos;{column}&apos; 열이 둘 이상입니다. 첫 줄에 {wanted} 열의 이름이 한 번씩 있어야 합니다(지금은 {found})</translation>
    </message>
    <message>
        <source>line {row}, column {column}: expected a number, found {found}</source>
        <translation>{row}번째 줄, {column} 열: 숫자가 있어야 하는데 {found}이(가) 있습니다</translation>
    </message>
    <message>
        <source>The table is empty: there is nothing to read.</source>
        <translation>표가 비어 있어 읽을 것이 없습니다.</translation>
    </message>
    <message>
        <source>“{delimiter}” cannot stand between cells: choose another.</source>
        <translation>“{delimiter}”은(는) 셀 사이에 쓸 수 없습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>Row {row} holds a cell that is very long or has no closing quotation mark: close it, or remove the mark that opens it.</source>
        <translation>{row}행에 매우 길거나 닫는 따옴표가 없는 셀이 있습니다. 따옴표를 닫거나 여는 따옴표를 지우세요.</translation>
    </message>
    <message>
        <source>The table has more than {most} cells: take a part of it.</source>
        <translation>표의 셀이 {most}개보다 많습니다. 일부만 사용하세요.</translation>
    </message>
</context>
<context>
    <name>Journey</name>
    <message>
        <source>From the input plane to the layer&apos;s space</source>
        <translation>입력 평면에서 층의 공간으로</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>돌리기</translation>
    </message>
    <message>
        <source>Turn the picture slowly. By hand: drag or arrow keys turn, wheel or + and − zoom, double click or Home goes back</source>
        <translation>그림을 천천히 돌립니다. 손으로는 끌거나 화살표 키로 돌리고, 휠이나 +와 −로 확대·축소하고, 더블클릭이나 Home으로 처음으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Watch the mapping happen</source>
        <translation>공간이 바뀌는 모습 보기</translation>
    </message>
    <message>
        <source>as {layer} sees it</source>
        <translation>{layer}의 눈으로</translation>
    </message>
    <message>
        <source>input plane</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>{percent} % of the way</source>
        <translation>{percent} % 진행</translation>
    </message>
</context>
<context>
    <name>LabWindow</name>
    <message>
        <source>Hide the answer</source>
        <translation>답 숨기기</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
</context>
<context>
    <name>LayerColours</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>하늘색</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>vermillion</source>
        <translation>주홍</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>자주</translation>
    </message>
</context>
<context>
    <name>LayersPage</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛 수</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>the columns of the data</source>
        <translation>데이터의 열 그대로</translation>
    </message>
    <message>
        <source>Formulas over the data&apos;s columns, separated by semicolons: x1; x2; x1*x2</source>
        <translation>데이터의 열로 쓴 식을 세미콜론으로 나눠 적습니다: x1; x2; x1*x2</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Freeze the biases</source>
        <translation>편향 고정</translation>
    </message>
    <message>
        <source>Layer {name}</source>
        <translation>층 {name}</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>층 지우기</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>층 {count}개</translation>
    </message>
    <message>
        <source>Remove the layers</source>
        <translation>층들 지우기</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Half width</source>
        <translation>범위의 반</translation>
    </message>
    <message>
        <source>Std. deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Name {layer} {name}</source>
        <translation>{layer}의 이름을 {name}(으)로</translation>
    </message>
    <message>
        <source>Give {layer} {count} units</source>
        <translation>{layer}의 유닛을 {count}개로</translation>
    </message>
    <message>
        <source>Give {layer} 1 unit</source>
        <translation>{layer}의 유닛을 1개로</translation>
    </message>
    <message>
        <source>Set colour of {layer} to {colour}</source>
        <translation>{layer}의 색을 {colour}(으)로</translation>
    </message>
    <message>
        <source>Take the colour from {layer}</source>
        <translation>{layer}의 색 빼기</translation>
    </message>
    <message>
        <source>Set features of {layer}</source>
        <translation>{layer}의 특성 설정</translation>
    </message>
    <message>
        <source>Set activation of {layer} to {name}</source>
        <translation>{layer}의 활성화 함수를 {name}(으)로</translation>
    </message>
    <message>
        <source>Set initializer of {layer}</source>
        <translation>{layer}의 초기화 방법 설정</translation>
    </message>
    <message>
        <source>Give {layer} biases</source>
        <translation>{layer}에 편향 넣기</translation>
    </message>
    <message>
        <source>Take the biases from {layer}</source>
        <translation>{layer}에서 편향 빼기</translation>
    </message>
    <message>
        <source>Freeze the biases of {layer}</source>
        <translation>{layer}의 편향 고정</translation>
    </message>
    <message>
        <source>Let the biases of {layer} learn</source>
        <translation>{layer}의 편향 학습 허용</translation>
    </message>
    <message>
        <source>Draw the weights of {layer} by {name}</source>
        <translation>{layer}의 가중치를 {name}(으)로 뽑기</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {names}</source>
        <translation>범례: {names}</translation>
    </message>
</context>
<context>
    <name>LensPanel</name>
    <message>
        <source>One path fewer</source>
        <translation>경로 하나 빼기</translation>
    </message>
    <message>
        <source>One path more</source>
        <translation>경로 하나 더하기</translation>
    </message>
    <message>
        <source>How many paths are added up</source>
        <translation>더한 경로의 수</translation>
    </message>
    <message>
        <source>Paths to the loss, the strongest first</source>
        <translation>손실까지의 경로, 강한 것부터</translation>
    </message>
    <message>
        <source>Paths to the loss</source>
        <translation>손실까지의 경로</translation>
    </message>
    <message>
        <source>As soon as the network is complete, its paths can be looked at here.</source>
        <translation>신경망이 완성되면 여기서 경로를 살펴볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Select an edge, a unit or an input on the canvas: every path from there to the loss lights up, and their products add up to the gradient.</source>
        <translation>캔버스에서 간선이나 유닛, 입력을 선택하세요. 거기서 손실까지 가는 모든 경로가 밝아지고, 경로의 곱을 모두 더하면 기울기가 됩니다.</translation>
    </message>
    <message>
        <source>∂L/∂{symbol} of {name}, sample {sample}</source>
        <translation>{name}의 ∂L/∂{symbol}, 샘플 {sample}</translation>
    </message>
    <message>
        <source>No path leads from here to the loss: the gradient is 0.</source>
        <translation>여기서 손실로 가는 경로가 없습니다. 기울기는 0입니다.</translation>
    </message>
    <message>
        <source>One path leads to the loss: the product along it is the gradient.</source>
        <translation>손실로 가는 경로는 하나입니다. 그 경로의 곱이 기울기입니다.</translation>
    </message>
    <message>
        <source>{count} paths lead to the loss. Each multiplies the local derivatives it meets; the sum of all is the gradient.</source>
        <translation>손실로 가는 경로는 {count}개입니다. 경로마다 만나는 국소 도함수를 곱하고, 모두 더하면 기울기가 됩니다.</translation>
    </message>
    <message>
        <source>all {count} paths: {sum} of {gradient}</source>
        <translation>경로 {count}개 모두: {gradient} 가운데 {sum}</translation>
    </message>
    <message>
        <source>first {number} of {count} paths: {sum} of {gradient}</source>
        <translation>경로 {count}개 중 처음 {number}개: {gradient} 가운데 {sum}</translation>
    </message>
</context>
<context>
    <name>LiftLab</name>
    <message>
        <source>Kernel lift lab</source>
        <translation>커널 들어 올리기 실험실</translation>
    </message>
    <message>
        <source>Lift the samples by one more feature, cut them with one plane, and see the curve that the cut is below; then let a hidden layer learn a lift of its own.</source>
        <translation>특징 하나를 더해 샘플을 들어 올리고 평면 하나로 잘라, 그 단면이 아래에서 어떤 곡선이 되는지 보세요. 그다음 은닉층이 스스로 들어 올리는 법을 배우게 해 보세요.</translation>
    </message>
    <message>
        <source>Which single feature makes XOR separable by one plane?</source>
        <translation>어떤 특징 하나를 더하면 XOR을 평면 하나로 나눌 수 있을까요?</translation>
    </message>
    <message>
        <source>x₁·x₂: it lifts the corner (1, 1) alone, and the plane x₁ + x₂ − 2·x₁·x₂ = ½ leaves two corners on each side; x₁² + x₂² does the same for circles, not for XOR.</source>
        <translation>x₁·x₂입니다. 꼭짓점 (1, 1)만 들어 올리므로 평면 x₁ + x₂ − 2·x₁·x₂ = ½의 양쪽에 꼭짓점이 둘씩 놓입니다. x₁² + x₂²는 원에는 통하지만 XOR에는 통하지 않습니다.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>원</translation>
    </message>
</context>
<context>
    <name>LinkPatterns</name>
    <message>
        <source>all to all</source>
        <translation>모두 연결</translation>
    </message>
    <message>
        <source>one to one</source>
        <translation>일대일</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>무작위</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Pattern</source>
        <translation>연결 방식</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>The share of all possible edges, chosen by chance</source>
        <translation>가능한 모든 간선 가운데 무작위로 남기는 비율</translation>
    </message>
    <message>
        <source>Show the weights</source>
        <translation>가중치 표 보기</translation>
    </message>
    <message>
        <source>Freeze the weights</source>
        <translation>가중치 고정</translation>
    </message>
    <message>
        <source>Link {name}</source>
        <translation>연결 {name}</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>연결 지우기</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>연결 {count}개</translation>
    </message>
    <message>
        <source>Remove the links</source>
        <translation>연결들 지우기</translation>
    </message>
    <message>
        <source>Edges: {count}</source>
        <translation>간선: {count}개</translation>
    </message>
    <message>
        <source>Bring back removed edges: {count}</source>
        <translation>지운 간선 되살리기: {count}개</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>그 밖의 방식</translation>
    </message>
    <message>
        <source>smallest weight</source>
        <translation>가장 작은 가중치</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>가장 큰 가중치</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>노름</translation>
    </message>
    <message>
        <source>Link {link} all to all</source>
        <translation>{link}: 모두 연결</translation>
    </message>
    <message>
        <source>Link {link} one to one</source>
        <translation>{link}: 일대일로 연결</translation>
    </message>
    <message>
        <source>Link {link} by chance with density {density}</source>
        <translation>{link}: 밀도 {density}(으)로 무작위 연결</translation>
    </message>
    <message>
        <source>Freeze {link}</source>
        <translation>{link} 고정</translation>
    </message>
    <message>
        <source>Let {link} learn</source>
        <translation>{link}의 학습 허용</translation>
    </message>
    <message>
        <source>Bring back the edges of {link}</source>
        <translation>{link}의 간선 되살리기</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>training</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Loss over the epochs</source>
        <translation>에포크에 따른 손실</translation>
    </message>
    <message>
        <source>Press Start to see the loss fall.</source>
        <translation>시작을 누르면 손실이 줄어드는 모습이 보입니다.</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>Left and Right move the crosshair, Page Up and Page Down by a tenth, Enter goes to its epoch, plus and minus zoom, Esc hides it.</source>
        <translation>왼쪽과 오른쪽 화살표로 십자선을 옮기고, Page Up과 Page Down으로 10분의 1씩 옮깁니다. Enter는 그 에포크로 가고, 더하기와 빼기는 확대와 축소, Esc는 십자선을 숨깁니다.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {reason}</source>
        <translation>“{name}”에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
</context>
<context>
    <name>LossStep</name>
    <message>
        <source>Loss: {name}</source>
        <translation>손실: {name}</translation>
    </message>
    <message>
        <source>Loss: the share of {unit}</source>
        <translation>손실: {unit}의 몫</translation>
    </message>
    <message>
        <source>L so far:</source>
        <translation>지금까지의 L:</translation>
    </message>
    <message>
        <source>All of L:</source>
        <translation>L 전체:</translation>
    </message>
    <message>
        <source>The mean over the {count} samples of the batch:</source>
        <translation>배치의 샘플 {count}개에 대한 평균:</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>m = {count} outputs; the mean over the outputs.</source>
        <translation>m = 출력 {count}개, 출력에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>One sample here; a batch takes the mean over its samples.</source>
        <translation>여기서는 샘플 하나입니다. 배치에서는 샘플에 대한 평균을 씁니다.</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>biases of {layer}</source>
        <translation>{layer}의 편향</translation>
    </message>
    <message>
        <source>from {unit}</source>
        <translation>{unit}에서</translation>
    </message>
    <message>
        <source>to {unit}</source>
        <translation>{unit}(으)로</translation>
    </message>
    <message>
        <source>{edge}: removed</source>
        <translation>{edge}: 지워짐</translation>
    </message>
    <message>
        <source>bias of {unit}: {value}</source>
        <translation>{unit}의 편향: {value}</translation>
    </message>
    <message>
        <source>bias of {unit}: {value}, frozen</source>
        <translation>{unit}의 편향: {value}, 고정됨</translation>
    </message>
    <message>
        <source>{edge}: {value}</source>
        <translation>{edge}: {value}</translation>
    </message>
    <message>
        <source>{edge}: {value}, frozen</source>
        <translation>{edge}: {value}, 고정됨</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Select a link, an edge or a layer that links lead into to see its weights.</source>
        <translation>연결, 간선, 또는 연결이 들어오는 층을 선택하면 가중치가 보입니다.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Selected cells</source>
        <translation>선택한 칸</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 값</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Weights of the link</source>
        <translation>연결의 가중치</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Set to…</source>
        <translation>값 정하기…</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Let learn</source>
        <translation>학습 허용</translation>
    </message>
    <message>
        <source>Remove the edges</source>
        <translation>간선들 지우기</translation>
    </message>
    <message>
        <source>Bring back removed edges</source>
        <translation>지운 간선 되살리기</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
</context>
<context>
    <name>MetricsPanel</name>
    <message>
        <source>As soon as the network is complete, its figures stand here.</source>
        <translation>신경망이 완성되면 여기에 수치가 나옵니다.</translation>
    </message>
    <message>
        <source>Choose data first: then stands here how well the network answers them.</source>
        <translation>먼저 데이터를 고르세요. 그러면 신경망이 얼마나 잘 답하는지 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss and score of each part of the data</source>
        <translation>데이터 용도별 손실과 점수</translation>
    </message>
    <message>
        <source>Loss: {convention}, without the penalty</source>
        <translation>손실: {convention}, 벌점 제외</translation>
    </message>
    <message>
        <source>Asked for: one of two classes. An output above {threshold} says {high}, else {low}.</source>
        <translation>맞힐 것: 두 클래스 중 하나. 출력이 {threshold}보다 크면 {high}, 아니면 {low}입니다.</translation>
    </message>
    <message>
        <source>Asked for: one of {count} classes. The largest output says which.</source>
        <translation>맞힐 것: 클래스 {count}개 중 하나. 가장 큰 출력이 답입니다.</translation>
    </message>
    <message>
        <source>Asked for: numbers.</source>
        <translation>맞힐 것: 수.</translation>
    </message>
    <message>
        <source>While it runs: of {done} of the {count} samples, spread evenly.</source>
        <translation>실행하는 동안: 샘플 {count}개 중 고르게 고른 {done}개의 수치입니다.</translation>
    </message>
    <message>
        <source>Of {done} of the {count} samples so far …</source>
        <translation>지금까지 샘플 {count}개 중 {done}개의 수치입니다 …</translation>
    </message>
</context>
<context>
    <name>Misfit</name>
    <message>
        <source>There is no network for these data yet.</source>
        <translation>이 데이터에 쓸 신경망이 아직 없습니다.</translation>
    </message>
    <message>
        <source>Inputs and outputs: the data need {columns} and {targets}, but the network has {units} and {outputs}.</source>
        <translation>입력과 출력: 데이터에는 {columns}개와 {targets}개가 필요하지만 신경망에는 {units}개와 {outputs}개가 있습니다.</translation>
    </message>
    <message>
        <source>Inputs: the data have {columns}, but the network takes {units}.</source>
        <translation>입력: 데이터에는 {columns}개가 있지만 신경망은 {units}개를 받습니다.</translation>
    </message>
    <message>
        <source>Outputs: the data need {targets}, one for each class, but the network has {outputs}.</source>
        <translation>출력: 데이터에는 클래스마다 하나씩 {targets}개가 필요하지만 신경망에는 {outputs}개가 있습니다.</translation>
    </message>
    <message>
        <source>Outputs: the data need {targets}, but the network has {outputs}.</source>
        <translation>출력: 데이터에는 {targets}개가 필요하지만 신경망에는 {outputs}개가 있습니다.</translation>
    </message>
    <message>
        <source>The feature “{formula}” cannot be computed from these data.</source>
        <translation>특징 “{formula}”은(는) 이 데이터로 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>The targets go from {low} to {high}, which {activation} cannot reach.</source>
        <translation>목표값은 {low}에서 {high}까지인데, {activation}(으)로는 거기까지 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>The softmax of a single unit is always 1: {layer}.</source>
        <translation>유닛 하나의 소프트맥스는 언제나 1입니다: {layer}.</translation>
    </message>
    <message>
        <source>Softmax outputs add up to 1, and the targets of these data do not.</source>
        <translation>소프트맥스 출력의 합은 1인데, 이 데이터의 목표값은 그렇지 않습니다.</translation>
    </message>
</context>
<context>
    <name>MixedPage</name>
    <message>
        <source>Remove the selection</source>
        <translation>선택한 것 지우기</translation>
    </message>
    <message>
        <source>layers: {count}</source>
        <translation>층: {count}개</translation>
    </message>
    <message>
        <source>units: {count}</source>
        <translation>유닛: {count}개</translation>
    </message>
    <message>
        <source>links: {count}</source>
        <translation>연결: {count}개</translation>
    </message>
    <message>
        <source>edges: {count}</source>
        <translation>간선: {count}개</translation>
    </message>
</context>
<context>
    <name>MoveUnits</name>
    <message>
        <source>Let go over a layer.</source>
        <translation>층 위에서 놓으세요.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Align {count} layers left</source>
        <translation>층 {count}개 왼쪽 맞춤</translation>
    </message>
    <message>
        <source>Align {count} layers in one column</source>
        <translation>층 {count}개 세로로 맞춤</translation>
    </message>
    <message>
        <source>Align {count} layers right</source>
        <translation>층 {count}개 오른쪽 맞춤</translation>
    </message>
    <message>
        <source>Align {count} layers at the top</source>
        <translation>층 {count}개 위쪽 맞춤</translation>
    </message>
    <message>
        <source>Align {count} layers in one row</source>
        <translation>층 {count}개 가로로 맞춤</translation>
    </message>
    <message>
        <source>Align {count} layers at the bottom</source>
        <translation>층 {count}개 아래쪽 맞춤</translation>
    </message>
    <message>
        <source>Distribute {count} layers from left to right</source>
        <translation>층 {count}개 가로로 고르게</translation>
    </message>
    <message>
        <source>Distribute {count} layers from top to bottom</source>
        <translation>층 {count}개 세로로 고르게</translation>
    </message>
    <message>
        <source>Move {units} within {layer}</source>
        <translation>{layer} 안에서 {units} 이동</translation>
    </message>
    <message>
        <source>Move {units} to {layer}</source>
        <translation>{units}을(를) {layer}(으)로 이동</translation>
    </message>
    <message>
        <source>Move {layer}</source>
        <translation>{layer} 이동</translation>
    </message>
    <message>
        <source>Move {count} layers</source>
        <translation>층 {count}개 이동</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Canvas</source>
        <translation>캔버스</translation>
    </message>
    <message>
        <source>The network as a figure. Tab goes from layer to layer; the outline lists all.</source>
        <translation>신경망의 그림입니다. Tab 키로 층 사이를 옮겨 다니고, 개요에서 전체를 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message>
        <source>“{text}” is not a number; write for example 0.5, −2 or 1/3.</source>
        <translation>“{text}”은(는) 수가 아닙니다. 0.5, −2, 1/3처럼 써 보세요.</translation>
    </message>
    <message>
        <source>A fraction cannot have 0 below its line.</source>
        <translation>분수의 분모는 0이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>{text} is too large to compute with.</source>
        <translation>{text}은(는) 계산하기에 너무 큽니다.</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline of the network</source>
        <translation>신경망의 개요</translation>
    </message>
    <message>
        <source>Layers with their units, and links with their edges</source>
        <translation>층과 그 유닛, 연결과 그 간선</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>layer {name}</source>
        <translation>층 {name}</translation>
    </message>
    <message>
        <source>unit {name}</source>
        <translation>유닛 {name}</translation>
    </message>
    <message>
        <source>link {name}</source>
        <translation>연결 {name}</translation>
    </message>
    <message>
        <source>edge {name}</source>
        <translation>간선 {name}</translation>
    </message>
</context>
<context>
    <name>OutputDelta</name>
    <message>
        <source>Every output of softmax depends on all z of its layer.</source>
        <translation>softmax의 모든 출력은 그 층의 모든 z에 의존합니다.</translation>
    </message>
    <message>
        <source>{loss} and {activation} are differentiated as one.</source>
        <translation>{loss}와(과) {activation}을(를) 하나로 묶어 미분합니다.</translation>
    </message>
    <message>
        <source>What the logarithm&apos;s slope divides by, f′ multiplies by: it cancels.</source>
        <translation>로그의 기울기가 나누는 것을 f′가 곱하므로 서로 약분됩니다.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview map</source>
        <translation>전체 지도</translation>
    </message>
    <message>
        <source>Click or drag to look elsewhere; the wheel zooms.</source>
        <translation>클릭하거나 끌면 다른 곳을 봅니다. 휠로 확대·축소합니다.</translation>
    </message>
</context>
<context>
    <name>OwnSection</name>
    <message>
        <source>My templates</source>
        <translation>내 템플릿</translation>
    </message>
    <message>
        <source>Layers you save as a template stand here.</source>
        <translation>템플릿으로 저장한 층이 여기에 놓입니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a template: {reason}</source>
        <translation>{file}을(를) 템플릿으로 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>The template cannot be renamed: {reason}</source>
        <translation>템플릿의 이름을 바꿀 수 없습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>OwnTemplates</name>
    <message>
        <source>Give the template a name.</source>
        <translation>템플릿에 이름을 붙이세요.</translation>
    </message>
    <message>
        <source>Give the template a shorter name: up to {count} characters.</source>
        <translation>템플릿 이름을 더 짧게 하세요: 최대 {count}자입니다.</translation>
    </message>
    <message>
        <source>Give the template another name: this one has characters no file can have.</source>
        <translation>템플릿에 다른 이름을 붙이세요: 파일 이름에 쓸 수 없는 글자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>There is a template called “{name}” already.</source>
        <translation>“{name}”(이)라는 템플릿이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is no template called “{name}”.</source>
        <translation>“{name}”(이)라는 템플릿이 없습니다.</translation>
    </message>
</context>
<context>
    <name>OwnTiles</name>
    <message>
        <source>Place</source>
        <translation>놓기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>What the third unit is</source>
        <translation>셋째 유닛의 종류</translation>
    </message>
    <message>
        <source>First line, h1</source>
        <translation>첫째 직선 h1</translation>
    </message>
    <message>
        <source>Second line, h2</source>
        <translation>둘째 직선 h2</translation>
    </message>
    <message>
        <source>Third unit, y</source>
        <translation>셋째 유닛 y</translation>
    </message>
    <message>
        <source>The inputs: drag both lines and their arrows</source>
        <translation>입력: 두 직선과 화살표를 끌어 보세요</translation>
    </message>
    <message>
        <source>The same samples after the first layer</source>
        <translation>첫 층을 지난 같은 샘플들</translation>
    </message>
    <message>
        <source>The plane of the inputs</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>The plane of the hidden units</source>
        <translation>은닉 유닛 평면</translation>
    </message>
    <message>
        <source>Show a solution</source>
        <translation>풀이 보기</translation>
    </message>
    <message>
        <source>Open on the canvas</source>
        <translation>캔버스에서 열기</translation>
    </message>
    <message>
        <source>Open these three units as a network, with the data of XOR</source>
        <translation>이 세 유닛을 XOR 데이터와 함께 신경망으로 열기</translation>
    </message>
    <message>
        <source>Solved: after the first layer one line separates the classes, and that line is the third unit.</source>
        <translation>풀렸습니다. 첫 층을 지나면 한 직선이 두 클래스를 나누며, 그 직선이 셋째 유닛입니다.</translation>
    </message>
    <message>
        <source>{right} of 4 samples are right.</source>
        <translation>샘플 4개 중 {right}개가 맞습니다.</translation>
    </message>
    <message>
        <source>open: answered wrong</source>
        <translation>빈 표시: 틀린 답</translation>
    </message>
    <message>
        <source>y = 0, y = 1</source>
        <translation>y = 0, y = 1</translation>
    </message>
    <message>
        <source>×2: two samples in the same place</source>
        <translation>×2: 같은 자리에 샘플 둘</translation>
    </message>
    <message>
        <source>own weights</source>
        <translation>직접 정한 가중치</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>My templates</source>
        <translation>내 템플릿</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>takes the data in</source>
        <translation>데이터가 들어오는 곳</translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation>밀집층</translation>
    </message>
    <message>
        <source>a column of units</source>
        <translation>한 줄로 늘어선 유닛</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>a single unit</source>
        <translation>유닛 하나</translation>
    </message>
    <message>
        <source>where the loss looks</source>
        <translation>손실을 계산하는 곳</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Drag, click to place, or press Enter.</source>
        <translation>끌거나 클릭해서 놓거나 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Click on the canvas, or press Esc.</source>
        <translation>캔버스를 클릭하거나 Esc를 누르세요.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>안내</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Decision view</source>
        <translation>결정 보기</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>은닉 공간</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Draw data</source>
        <translation>데이터 그리기</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>타임머신</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
</context>
<context>
    <name>PartNames</name>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>PassButtons</name>
    <message>
        <source>To the start of the pass</source>
        <translation>패스의 처음으로</translation>
    </message>
    <message>
        <source>To the end of the pass</source>
        <translation>패스의 끝으로</translation>
    </message>
    <message>
        <source>Finish the layer</source>
        <translation>층 끝까지</translation>
    </message>
    <message>
        <source>Finish the phase</source>
        <translation>과정 끝까지</translation>
    </message>
</context>
<context>
    <name>PathModel</name>
    <message>
        <source>… {count} more add up to {sum}</source>
        <translation>… 나머지 {count}개의 합은 {sum}</translation>
    </message>
</context>
<context>
    <name>PathOverlay</name>
    <message>
        <source>{count} paths: {sum}</source>
        <translation>경로 {count}개: {sum}</translation>
    </message>
</context>
<context>
    <name>PerceptronLab</name>
    <message>
        <source>Perceptron lab</source>
        <translation>퍼셉트론 실험실</translation>
    </message>
    <message>
        <source>Drag the line or step through the rule: it finds a line for AND and for OR; then try XOR.</source>
        <translation>직선을 끌거나 규칙을 한 단계씩 따라가 보세요. AND와 OR에서는 직선을 찾습니다. 그다음 XOR을 해 보세요.</translation>
    </message>
    <message>
        <source>Why can no single perceptron compute XOR, and how do two of them do it?</source>
        <translation>퍼셉트론 하나로는 왜 XOR을 계산할 수 없으며, 둘이면 어떻게 될까요?</translation>
    </message>
    <message>
        <source>The convex hulls of XOR&apos;s classes cross, so no line separates them; two lines send the four corners to points that a third unit can separate.</source>
        <translation>XOR 두 클래스의 볼록 껍질이 서로 엇갈리므로 어떤 직선도 둘을 나누지 못합니다. 두 직선은 네 꼭짓점을 셋째 유닛이 나눌 수 있는 점들로 보냅니다.</translation>
    </message>
    <message>
        <source>The rule, step by step</source>
        <translation>규칙, 한 단계씩</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>두 직선</translation>
    </message>
    <message>
        <source>Why not descend</source>
        <translation>왜 하강하지 못하나</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Phase of the pass</source>
        <translation>패스의 과정</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written.</source>
        <translation>“{name}”에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The picture is in “{name}”.</source>
        <translation>그림을 “{name}”에 저장했습니다.</translation>
    </message>
    <message>
        <source>There is nothing to make a picture of yet.</source>
        <translation>아직 그림으로 만들 것이 없습니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
</context>
<context>
    <name>PlaneFields</name>
    <message>
        <source>Move the plane</source>
        <translation>평면 옮기기</translation>
    </message>
    <message>
        <source>Fit the plane</source>
        <translation>평면 맞추기</translation>
    </message>
    <message>
        <source>Train a logistic unit on x₁, x₂ and the feature, and take its plane z = 0</source>
        <translation>x₁, x₂와 특징으로 로지스틱 유닛을 학습시켜 그 평면 z = 0을 씁니다</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>training</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>open: set aside</source>
        <translation>빈 점: 따로 둔 샘플</translation>
    </message>
    <message>
        <source>open: for testing</source>
        <translation>빈 표시: 테스트용</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>클래스 {number}</translation>
    </message>
</context>
<context>
    <name>PresentSample</name>
    <message>
        <source>Sample {number} is the current sample now.</source>
        <translation>지금 샘플을 샘플 {number}(으)로 바꿨습니다.</translation>
    </message>
    <message>
        <source>Sample {number} is set aside and is in no batch: step by one sample to look at it.</source>
        <translation>샘플 {number}은(는) 따로 두어 어떤 배치에도 없습니다. 샘플 하나씩 단계를 밟으면 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>The network is empty: add an input layer and an output layer.</source>
        <translation>신경망이 비어 있습니다. 입력층과 출력층을 추가하세요.</translation>
    </message>
    <message>
        <source>There is no input layer: add one.</source>
        <translation>입력층이 없습니다. 하나 추가하세요.</translation>
    </message>
    <message>
        <source>There is no output layer: link the input to a layer that computes.</source>
        <translation>출력층이 없습니다. 입력을 계산하는 층에 연결하세요.</translation>
    </message>
    <message>
        <source>{layer} leads nowhere, and so does {others}: link them so that one output remains.</source>
        <translation>{layer}와(과) {others}이(가) 어디에도 이어지지 않습니다. 출력이 하나만 남도록 연결하세요.</translation>
    </message>
    <message>
        <source>{layer} leads nowhere: link it to a layer.</source>
        <translation>{layer}이(가) 어디에도 이어지지 않습니다. 다른 층에 연결하세요.</translation>
    </message>
    <message>
        <source>Nothing flows into {layer}: link a layer to it.</source>
        <translation>{layer}에 들어오는 것이 없습니다. 다른 층을 연결하세요.</translation>
    </message>
    <message>
        <source>These layers feed each other in a circle: {circle}.</source>
        <translation>다음 층들이 서로 순환합니다: {circle}.</translation>
    </message>
    <message>
        <source>Two layers have the id {layer}.</source>
        <translation>두 층의 이름표가 모두 {layer}입니다.</translation>
    </message>
    <message>
        <source>Two links join {source} to {target}.</source>
        <translation>{source}에서 {target}(으)로 가는 연결이 두 개입니다.</translation>
    </message>
    <message>
        <source>The link {link} refers to the layer {layer}, which does not exist.</source>
        <translation>연결 {link}이(가) 없는 층 {layer}을(를) 가리킵니다.</translation>
    </message>
    <message>
        <source>The link {link} leads into an input layer.</source>
        <translation>연결 {link}이(가) 입력층으로 들어갑니다.</translation>
    </message>
    <message>
        <source>The {what} of {owner} must be {expected}, not {found}.</source>
        <translation>{owner}의 {what}은(는) {found}이(가) 아니라 {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>The {what} of {owner} hold a value that is not a finite number.</source>
        <translation>{owner}의 {what}에 유한하지 않은 값이 있습니다.</translation>
    </message>
    <message>
        <source>Softmax joins all units of {layer}: no unit can have its own activation.</source>
        <translation>소프트맥스는 {layer}의 모든 유닛을 묶습니다. 유닛마다 다른 활성화 함수를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>There are no data: choose or load some.</source>
        <translation>데이터가 없습니다. 고르거나 불러오세요.</translation>
    </message>
    <message>
        <source>The data have {columns} input columns, but the input layers have {units} units.</source>
        <translation>데이터의 입력 열은 {columns}개인데 입력층의 유닛은 {units}개입니다.</translation>
    </message>
    <message>
        <source>{layer} has {units} units but {count} features.</source>
        <translation>{layer}의 유닛은 {units}개인데 특성은 {count}개입니다.</translation>
    </message>
    <message>
        <source>The feature “{formula}” of {layer} cannot be read: {reason}</source>
        <translation>{layer}의 특성 “{formula}”을(를) 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The feature “{formula}” of {layer} has no finite value for sample {sample}.</source>
        <translation>{layer}의 특성 “{formula}”은(는) 샘플 {sample}에서 유한한 값이 아닙니다.</translation>
    </message>
    <message>
        <source>The data have {columns} target columns, but {layer} has {units} units.</source>
        <translation>데이터의 목표값 열은 {columns}개인데 {layer}의 유닛은 {units}개입니다.</translation>
    </message>
    <message>
        <source>Cross-entropy needs a softmax output, but the output is {activation}.</source>
        <translation>교차 엔트로피에는 소프트맥스 출력이 필요한데, 출력의 활성화 함수가 {activation}입니다.</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs outputs between 0 and 1, but {activation} can leave that range.</source>
        <translation>이진 교차 엔트로피에는 0과 1 사이의 출력이 필요한데, {activation}의 출력은 그 범위를 벗어날 수 있습니다.</translation>
    </message>
    <message>
        <source>The loss {loss} needs targets from 0 to 1; sample {sample} has {value}.</source>
        <translation>손실 {loss}에는 0부터 1까지의 목표값이 필요한데, 샘플 {sample}은(는) {value}입니다.</translation>
    </message>
    <message>
        <source>The loss {loss} needs targets of −1 and 1; sample {sample} has {value}.</source>
        <translation>손실 {loss}에는 −1과 1의 목표값이 필요한데, 샘플 {sample}은(는) {value}입니다.</translation>
    </message>
    <message>
        <source>The loss {loss} needs the targets of each sample to add up to 1; those of sample {sample} add up to {value}.</source>
        <translation>손실 {loss}에서는 각 샘플의 목표값의 합이 1이어야 하는데, 샘플 {sample}의 합은 {value}입니다.</translation>
    </message>
    <message>
        <source>The perceptron rule trains a single layer; this network has {count}.</source>
        <translation>퍼셉트론 규칙은 한 층만 학습시킵니다. 이 신경망은 {count}층입니다.</translation>
    </message>
    <message>
        <source>The perceptron rule needs sign or step in every unit of {layer}.</source>
        <translation>퍼셉트론 규칙을 쓰려면 {layer}의 모든 유닛이 sign 또는 step이어야 합니다.</translation>
    </message>
    <message>
        <source>With {activation}, the perceptron rule needs targets of {low} and 1; sample {sample} has {value}.</source>
        <translation>{activation}을(를) 쓰면 퍼셉트론 규칙의 목표값은 {low} 또는 1이어야 하는데, 샘플 {sample}은(는) {value}입니다.</translation>
    </message>
    <message>
        <source>A single sample cannot be split into training and test data.</source>
        <translation>샘플 하나를 학습용과 테스트용으로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>The data have too few samples ({samples}) to be split into {parts} parts.</source>
        <translation>데이터의 샘플이 너무 적어({samples}개) {parts}개 용도로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>{validation} % for validation and {test} % for testing leave no sample to train on.</source>
        <translation>검증 {validation} %와 테스트 {test} %를 빼면 훈련할 샘플이 남지 않습니다.</translation>
    </message>
    <message>
        <source>Every sample is for validation or testing: there is none to train on.</source>
        <translation>모든 샘플이 검증이나 테스트용이어서 훈련할 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>Some weights or inputs are too large for the precision {precision}.</source>
        <translation>일부 가중치나 입력이 정밀도 {precision}에 비해 너무 큽니다.</translation>
    </message>
    <message>
        <source>The network cannot be computed: {reason}</source>
        <translation>신경망을 계산할 수 없습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>RateControl</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>A learning rate from {least} to {most} can be tried.</source>
        <translation>학습률은 {least}부터 {most}까지 해 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>at epoch {number}</source>
        <translation>에포크 {number}에서</translation>
    </message>
    <message>
        <source>smoothed {number}</source>
        <translation>평활 {number}</translation>
    </message>
    <message>
        <source>avg {number}</source>
        <translation>평균 {number}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>Targets</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>Curve over x1</source>
        <translation>x1의 곡선</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스 수</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>클래스 비율</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>0 and 1</source>
        <translation>0과 1</translation>
    </message>
    <message>
        <source>−1 and 1</source>
        <translation>−1과 1</translation>
    </message>
    <message>
        <source>all classes alike</source>
        <translation>모든 클래스를 똑같이</translation>
    </message>
    <message>
        <source>{percent} % in the first class</source>
        <translation>첫 클래스에 {percent} %</translation>
    </message>
    <message>
        <source>Take the data set {name}</source>
        <translation>데이터셋 {name} 사용</translation>
    </message>
    <message>
        <source>Set the targets</source>
        <translation>목표값 설정</translation>
    </message>
    <message>
        <source>Set the curve</source>
        <translation>곡선 설정</translation>
    </message>
    <message>
        <source>Set the number of classes</source>
        <translation>클래스 수 설정</translation>
    </message>
    <message>
        <source>Set the number of samples</source>
        <translation>샘플 수 설정</translation>
    </message>
    <message>
        <source>Set the seed of the data</source>
        <translation>데이터 시드 설정</translation>
    </message>
    <message>
        <source>The noise is 0 or more.</source>
        <translation>잡음은 0 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>Set the noise</source>
        <translation>잡음 설정</translation>
    </message>
    <message>
        <source>Set the balance of the classes</source>
        <translation>클래스 비율 설정</translation>
    </message>
    <message>
        <source>At character {position}: {reason}</source>
        <translation>{position}번째 글자: {reason}</translation>
    </message>
</context>
<context>
    <name>Recursion</name>
    <message>
        <source>The recursive way: the same number</source>
        <translation>재귀적인 길: 같은 값</translation>
    </message>
    <message>
        <source>Every δ is there already, worked out once for all paths that run through its unit. From here: {paths} multiplications path by path, {reused} with δ. For all gradients: {all_paths} against {backpropagation}.</source>
        <translation>δ는 그 유닛을 지나는 모든 경로를 위해 한 번만 계산되어 이미 있습니다. 여기서부터 경로마다 곱하면 곱셈 {paths}번, δ를 쓰면 {reused}번입니다. 모든 기울기에는 {all_paths}번 대 {backpropagation}번입니다.</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>Delete {count} things</source>
        <translation>{count}개 삭제</translation>
    </message>
    <message>
        <source>Delete layer {layer}</source>
        <translation>{layer} 층 삭제</translation>
    </message>
    <message>
        <source>Delete unit {unit}</source>
        <translation>유닛 {unit} 삭제</translation>
    </message>
    <message>
        <source>Delete link {link}</source>
        <translation>연결 {link} 삭제</translation>
    </message>
    <message>
        <source>Delete edge {edge}</source>
        <translation>간선 {edge} 삭제</translation>
    </message>
</context>
<context>
    <name>RewindBar</name>
    <message>
        <source>This part of the run is no longer in the undo history: it cannot be shown.</source>
        <translation>실행의 이 부분은 실행 취소 기록에 더 이상 없어서 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>되감기</translation>
    </message>
    <message>
        <source>Epoch of the run</source>
        <translation>실행의 에포크</translation>
    </message>
    <message>
        <source>Drag to any epoch: weights, maps, plots and steps are those of that moment</source>
        <translation>아무 에포크로나 끌어 보세요. 가중치, 지도, 그래프, 단계가 그 순간의 것이 됩니다</translation>
    </message>
    <message>
        <source>To the initial weights</source>
        <translation>초기 가중치로</translation>
    </message>
    <message>
        <source>To the end of the run</source>
        <translation>실행의 끝으로</translation>
    </message>
    <message>
        <source>Kept: {count} states, one in {stride} epochs, {size} MB; others are computed anew from the one before</source>
        <translation>보관 중: 상태 {count}개, {stride} 에포크마다 하나, {size} MB. 나머지는 바로 앞의 상태에서 다시 계산합니다</translation>
    </message>
    <message>
        <source>epoch {last}</source>
        <translation>에포크 {last}</translation>
    </message>
    <message>
        <source>epoch {shown} of {last}</source>
        <translation>에포크 {last} 중 {shown}</translation>
    </message>
</context>
<context>
    <name>RowNote</name>
    <message>
        <source>expected a number, found “{found}”</source>
        <translation>숫자가 있어야 하는데 “{found}”이(가) 있습니다</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>값이 없습니다</translation>
    </message>
    <message>
        <source>{count} cells instead of {width}</source>
        <translation>셀이 {width}개가 아니라 {count}개입니다</translation>
    </message>
</context>
<context>
    <name>RuleControls</name>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>What a click on the plane adds</source>
        <translation>평면을 클릭하면 추가되는 것</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Convex hulls</source>
        <translation>볼록 껍질</translation>
    </message>
    <message>
        <source>The learning rate must be above 0.</source>
        <translation>학습률은 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>own samples</source>
        <translation>직접 찍은 샘플</translation>
    </message>
    <message>
        <source>click adds t = {target}</source>
        <translation>클릭: t = {target} 추가</translation>
    </message>
</context>
<context>
    <name>RulePage</name>
    <message>
        <source>Mistakes by epoch</source>
        <translation>에포크별 실수</translation>
    </message>
    <message>
        <source>The unit, with its weights</source>
        <translation>가중치가 있는 유닛</translation>
    </message>
    <message>
        <source>The plane of the inputs</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>Drag the line: the bias changes. Drag the arrow&apos;s tip: the weights change. Click adds a sample, right-click removes it, dragging moves it.</source>
        <translation>직선을 끌면 편향이 바뀝니다. 화살표 끝을 끌면 가중치가 바뀝니다. 클릭하면 샘플이 추가되고, 오른쪽 클릭하면 지워지고, 끌면 움직입니다.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>There are no samples yet: click on the plane.</source>
        <translation>아직 샘플이 없습니다. 평면을 클릭하세요.</translation>
    </message>
    <message>
        <source>One step on, and the first sample is looked at.</source>
        <translation>한 단계 나아가면 첫 샘플을 봅니다.</translation>
    </message>
    <message>
        <source>Sample {number}: x = {x}, target t = {target}</source>
        <translation>샘플 {number}: x = {x}, 목표 t = {target}</translation>
    </message>
    <message>
        <source>y = {activation}(z) = {output}, but t = {target}: a mistake</source>
        <translation>y = {activation}(z) = {output}, 그러나 t = {target}: 실수</translation>
    </message>
    <message>
        <source>y = {activation}(z) = {output} = t: right, the weights stay</source>
        <translation>y = {activation}(z) = {output} = t: 맞음, 가중치 그대로</translation>
    </message>
    <message>
        <source>Mistake at sample {number}: w ← w + η·(t − y)·x, the bias with x = 1</source>
        <translation>샘플 {number}에서 실수: w ← w + η·(t − y)·x, 편향은 x = 1로</translation>
    </message>
    <message>
        <source>The line has moved; the same sample now has z = {z}</source>
        <translation>직선이 움직였습니다. 같은 샘플의 z는 이제 {z}</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>epoch {epoch}, sample {sample} of {samples} · {mistakes} mistakes</source>
        <translation>에포크 {epoch}, 샘플 {sample}/{samples} · 실수 {mistakes}번</translation>
    </message>
    <message>
        <source>Converged: epoch {epoch} went by without a mistake.</source>
        <translation>수렴: 에포크 {epoch}에서는 실수가 없었습니다.</translation>
    </message>
    <message>
        <source>{epochs} epochs, and there still are mistakes.</source>
        <translation>{epochs} 에포크가 지나도 아직 실수가 있습니다.</translation>
    </message>
    <message>
        <source>No line separates the classes: their convex hulls share the point {point}, and no point lies on both sides of a line.</source>
        <translation>어떤 직선도 두 클래스를 나누지 못합니다. 볼록 껍질이 점 {point}을(를) 함께 가지며, 한 점이 직선의 양쪽에 있을 수는 없습니다.</translation>
    </message>
    <message>
        <source>The convex hulls of the classes do not touch: a line separates them.</source>
        <translation>두 클래스의 볼록 껍질이 만나지 않으므로 한 직선이 둘을 나눕니다.</translation>
    </message>
    <message>
        <source>sign(0) = 0: a sample on the line is a mistake</source>
        <translation>sign(0) = 0: 직선 위의 샘플은 실수입니다</translation>
    </message>
    <message>
        <source>step(0) = 1: a sample on the line is answered with 1</source>
        <translation>step(0) = 1: 직선 위의 샘플에는 1로 답합니다</translation>
    </message>
    <message>
        <source>w = 0: no line yet, z = {b} everywhere</source>
        <translation>w = 0: 아직 직선이 없고, 어디서나 z = {b}</translation>
    </message>
    <message>
        <source>open: answered wrong</source>
        <translation>빈 표시: 틀린 답</translation>
    </message>
    <message>
        <source>sample at hand</source>
        <translation>지금 샘플</translation>
    </message>
    <message>
        <source>side z &lt; 0, side z &gt; 0</source>
        <translation>z &lt; 0 쪽, z &gt; 0 쪽</translation>
    </message>
    <message>
        <source>convex hull of a class</source>
        <translation>클래스의 볼록 껍질</translation>
    </message>
    <message>
        <source>point of both hulls</source>
        <translation>두 껍질에 함께 있는 점</translation>
    </message>
    <message>
        <source>After epoch {late} the weights are those of the start again:</source>
        <translation>에포크 {late} 뒤의 가중치는 처음과 같습니다.</translation>
    </message>
    <message>
        <source>After epoch {late} the weights are those after epoch {early}:</source>
        <translation>에포크 {late} 뒤의 가중치는 에포크 {early} 뒤와 같습니다.</translation>
    </message>
    <message>
        <source>they repeat every epoch, and will do so for ever.</source>
        <translation>에포크마다 되풀이되며, 영원히 그럴 것입니다.</translation>
    </message>
    <message>
        <source>they repeat every {length} epochs, and will do so for ever.</source>
        <translation>{length} 에포크마다 되풀이되며, 영원히 그럴 것입니다.</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>One epoch</source>
        <translation>1 에포크</translation>
    </message>
    <message>
        <source>Train once through the data, then pause</source>
        <translation>데이터를 한 번 모두 학습하고 멈춥니다</translation>
    </message>
    <message>
        <source>Until convergence</source>
        <translation>수렴할 때까지</translation>
    </message>
    <message>
        <source>Train until the loss is below the limit that is set or no longer improves; if nothing is set, until it has not fallen by more than {gain} in {count} epochs</source>
        <translation>손실이 정해 둔 값보다 작아지거나 더 나아지지 않을 때까지 학습합니다. 정한 값이 없으면 {count} 에포크 동안 {gain}보다 많이 줄지 않을 때까지 학습합니다</translation>
    </message>
    <message>
        <source>Same initial weights</source>
        <translation>같은 초기 가중치로</translation>
    </message>
    <message>
        <source>Back to the initial weights: the same run again</source>
        <translation>초기 가중치로 돌아갑니다. 같은 실행이 되풀이됩니다</translation>
    </message>
    <message>
        <source>New initial weights</source>
        <translation>새 초기 가중치로</translation>
    </message>
    <message>
        <source>Draw other initial weights, from the next seed</source>
        <translation>다음 시드로 다른 초기 가중치를 뽑습니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Speed of training</source>
        <translation>학습 속도</translation>
    </message>
    <message>
        <source>From slow motion, update by update, to flat out</source>
        <translation>갱신을 하나씩 보는 느린 속도부터 최고 속도까지</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>실행이 진행된 정도</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>초당 {count}회</translation>
    </message>
    <message>
        <source>epoch {done}, until it converges</source>
        <translation>에포크 {done}, 수렴할 때까지</translation>
    </message>
    <message>
        <source>epoch {done} of {total}</source>
        <translation>에포크 {total} 중 {done}</translation>
    </message>
    <message>
        <source>epoch {done} of {total}, {time} left</source>
        <translation>에포크 {total} 중 {done}, {time} 남음</translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>The sample the pass is computed for</source>
        <translation>계산에 쓰는 샘플</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
</context>
<context>
    <name>SampleCommands</name>
    <message>
        <source>There are no data yet.</source>
        <translation>아직 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>Set {column} of sample {number}</source>
        <translation>샘플 {number}의 {column} 설정</translation>
    </message>
    <message>
        <source>Begin a table</source>
        <translation>표 시작하기</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>샘플 추가</translation>
    </message>
    <message>
        <source>Delete sample {number}</source>
        <translation>샘플 {number} 삭제</translation>
    </message>
    <message>
        <source>Delete {count} samples</source>
        <translation>샘플 {count}개 삭제</translation>
    </message>
    <message>
        <source>Call {column} {name}</source>
        <translation>{column}의 이름을 {name}(으)로</translation>
    </message>
    <message>
        <source>Paste {count} rows</source>
        <translation>{count}행 붙여넣기</translation>
    </message>
    <message>
        <source>Use sample {number} for {part}</source>
        <translation>샘플 {number}의 용도: {part}</translation>
    </message>
    <message>
        <source>Use {count} samples for {part}</source>
        <translation>샘플 {count}개의 용도: {part}</translation>
    </message>
</context>
<context>
    <name>ScalingFields</name>
    <message>
        <source>Scaling</source>
        <translation>스케일 조정</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>from 0 to 1</source>
        <translation>0에서 1까지</translation>
    </message>
    <message>
        <source>{name}: (x {sign} {offset}) / {factor}, fitted on the training samples</source>
        <translation>{name}: (x {sign} {offset}) / {factor}, 학습 샘플에 맞춤</translation>
    </message>
    <message>
        <source>Scale the inputs: {how}</source>
        <translation>입력 스케일 조정: {how}</translation>
    </message>
</context>
<context>
    <name>ScheduleFields</name>
    <message>
        <source>Schedule of η</source>
        <translation>η 스케줄</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source> updates</source>
        <translation>회 갱신</translation>
    </message>
    <message>
        <source>Of the learning rate that is set</source>
        <translation>정해 둔 학습률에 대한 비율</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Decay every</source>
        <translation>감쇠 간격</translation>
    </message>
    <message>
        <source>Minimum after</source>
        <translation>최솟값까지</translation>
    </message>
    <message>
        <source>Decay factor γ</source>
        <translation>감쇠 계수 γ</translation>
    </message>
    <message>
        <source>Minimum share</source>
        <translation>최소 비율</translation>
    </message>
    <message>
        <source>Set the schedule to {name}</source>
        <translation>스케줄을 {name}(으)로 설정</translation>
    </message>
    <message>
        <source>Set {setting}</source>
        <translation>{setting} 설정</translation>
    </message>
</context>
<context>
    <name>SetChoice</name>
    <message>
        <source>Logic gates</source>
        <translation>논리 게이트</translation>
    </message>
    <message>
        <source>Classes in the plane</source>
        <translation>평면 위의 클래스</translation>
    </message>
    <message>
        <source>Functions to learn</source>
        <translation>배울 함수</translation>
    </message>
    <message>
        <source>Real measurements</source>
        <translation>실제 측정값</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>NAND</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>동심원</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>두 초승달</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>덩어리</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>체커보드</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>띠</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>안장</translation>
    </message>
    <message>
        <source>Gaussian bumps</source>
        <translation>가우스 언덕</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>와인</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>유방암</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>손글씨 숫자</translation>
    </message>
</context>
<context>
    <name>SheetHeader</name>
    <message>
        <source>Name of the column</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Sort upward</source>
        <translation>오름차순 정렬</translation>
    </message>
    <message>
        <source>Sort downward</source>
        <translation>내림차순 정렬</translation>
    </message>
    <message>
        <source>Order of the data</source>
        <translation>데이터 순서</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>sample {number}, {column}: {value}</source>
        <translation>샘플 {number}, {column}: {value}</translation>
    </message>
    <message>
        <source>{column}: click to sort, once more for the other way</source>
        <translation>{column}: 클릭하면 정렬, 한 번 더 누르면 반대로</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Samples of the data</source>
        <translation>데이터의 샘플</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Delete the samples</source>
        <translation>샘플 삭제</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Split by shares again</source>
        <translation>다시 비율로 나누기</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>On the canvas: Ctrl and wheel zoom, the wheel moves up and down, Shift and wheel sideways. Drag with the middle button, or with Space held, to move about. Esc ends a gesture.</source>
        <translation>캔버스에서: Ctrl+휠로 확대·축소, 휠로 위아래, Shift+휠로 좌우로 움직입니다. 가운데 단추로, 또는 스페이스를 누른 채 끌면 화면이 움직입니다. Esc는 하던 동작을 그만둡니다.</translation>
    </message>
</context>
<context>
    <name>SlopePage</name>
    <message>
        <source>A unit with a step</source>
        <translation>step을 쓰는 유닛</translation>
    </message>
    <message>
        <source>The same unit with a sigmoid</source>
        <translation>시그모이드를 쓰는 같은 유닛</translation>
    </message>
    <message>
        <source>Gradient descent takes a step against the slope. The loss of a step is flat wherever it has a slope at all, and jumps in between: the gradient is 0 on every plateau, so no weight ever changes, however large the loss. The sigmoid says at each weight which way is down.</source>
        <translation>경사 하강법은 기울기의 반대쪽으로 나아갑니다. step의 손실은 미분할 수 있는 곳에서는 어디나 평평하고 그 사이에서 뜁니다. 평평한 곳의 기울기는 모두 0이므로 손실이 아무리 커도 가중치가 바뀌지 않습니다. 시그모이드는 어느 가중치에서든 내려가는 쪽을 알려 줍니다.</translation>
    </message>
    <message>
        <source>A weight from {least} to {most} can be shown.</source>
        <translation>{least}부터 {most}까지의 가중치를 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>AND, w2 = {w2}, b = {b}; L = mean of ½(a − t)² over the four samples</source>
        <translation>AND, w2 = {w2}, b = {b}; L = 네 샘플에 대한 ½(a − t)²의 평균</translation>
    </message>
    <message>
        <source>L = {loss}; here the loss jumps, and has no derivative</source>
        <translation>L = {loss}; 여기서 손실이 뛰며 미분할 수 없습니다</translation>
    </message>
    <message>
        <source>{numbers}: nothing to follow</source>
        <translation>{numbers}: 따라갈 것이 없습니다</translation>
    </message>
    <message>
        <source>{numbers}: downhill is a smaller w1</source>
        <translation>{numbers}: w1을 줄이면 내려갑니다</translation>
    </message>
    <message>
        <source>{numbers}: downhill is a larger w1</source>
        <translation>{numbers}: w1을 늘리면 내려갑니다</translation>
    </message>
</context>
<context>
    <name>SpeedControl</name>
    <message>
        <source>Speed of playing</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>단계를 재생하는 속도</translation>
    </message>
    <message>
        <source>1 step in {seconds} s</source>
        <translation>{seconds}초에 1단계</translation>
    </message>
    <message>
        <source>1 step a second</source>
        <translation>1초에 1단계</translation>
    </message>
    <message>
        <source>{steps} steps a second</source>
        <translation>1초에 {steps}단계</translation>
    </message>
</context>
<context>
    <name>SplittingFields</name>
    <message>
        <source>For testing</source>
        <translation>테스트용</translation>
    </message>
    <message>
        <source>For validation</source>
        <translation>검증용</translation>
    </message>
    <message>
        <source>Same share of every class</source>
        <translation>클래스마다 같은 비율</translation>
    </message>
    <message>
        <source>Each part has every class as often as all samples together have it</source>
        <translation>나눈 부분마다 각 클래스의 비율이 전체 샘플과 같습니다</translation>
    </message>
    <message>
        <source>Split by shares again</source>
        <translation>다시 비율로 나누기</translation>
    </message>
    <message>
        <source>{percent} % of the samples</source>
        <translation>샘플의 {percent} %</translation>
    </message>
    <message>
        <source>The parts were set by hand, sample by sample.</source>
        <translation>샘플마다 직접 나누어 두었습니다.</translation>
    </message>
    <message>
        <source>Keep {percent} % for testing</source>
        <translation>{percent} %를 테스트용으로 남기기</translation>
    </message>
    <message>
        <source>Keep {percent} % for validation</source>
        <translation>{percent} %를 검증용으로 남기기</translation>
    </message>
    <message>
        <source>Give every part the same share of every class</source>
        <translation>클래스마다 같은 비율로 나누기</translation>
    </message>
    <message>
        <source>Split without regard to classes</source>
        <translation>클래스와 상관없이 나누기</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>loss: {convention}</source>
        <translation>손실: {convention}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>문제 없음</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>문제 1개</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>문제 {count}개</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>손실 {loss}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>{steps}단계 중 {step}단계</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>되감음</translation>
    </message>
    <message>
        <source>diverged: try a smaller learning rate</source>
        <translation>발산함: 학습률을 줄여 보세요</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>수렴함</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>대기 중</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>단계 재생</translation>
    </message>
</context>
<context>
    <name>StepListPanel</name>
    <message>
        <source>Steps of the pass</source>
        <translation>패스의 단계</translation>
    </message>
    <message>
        <source>Once the network can run, every step of a pass will stand here.</source>
        <translation>신경망을 실행할 수 있게 되면 패스의 모든 단계가 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>{step}, now</source>
        <translation>{step}, 현재</translation>
    </message>
</context>
<context>
    <name>StepPlace</name>
    <message>
        <source>nothing to step through yet</source>
        <translation>아직 따라갈 단계가 없습니다</translation>
    </message>
    <message>
        <source>pass {number} of {count}</source>
        <translation>패스 {count}개 중 {number}번째</translation>
    </message>
    <message>
        <source>before step 1 of {count}</source>
        <translation>{count}단계 중 1단계 앞</translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation>{count}단계 중 {number}단계</translation>
    </message>
    <message>
        <source>batch of {count}</source>
        <translation>샘플 {count}개 배치</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>closed form</source>
        <translation>닫힌 해</translation>
    </message>
    <message>
        <source>least loss</source>
        <translation>가장 작은 손실</translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message>
        <source>{edge}: w·a</source>
        <translation>{edge}: w·a</translation>
    </message>
    <message>
        <source>{unit}: b</source>
        <translation>{unit}: b</translation>
    </message>
    <message>
        <source>{unit}: z, a</source>
        <translation>{unit}: z, a</translation>
    </message>
    <message>
        <source>{unit}: a</source>
        <translation>{unit}: a</translation>
    </message>
    <message>
        <source>forward: outputs a</source>
        <translation>순전파: 출력 a</translation>
    </message>
    <message>
        <source>{unit}: its part of L</source>
        <translation>{unit}: L의 몫</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>손실 L</translation>
    </message>
    <message>
        <source>mean loss L</source>
        <translation>평균 손실 L</translation>
    </message>
    <message>
        <source>{edge}: w·δ</source>
        <translation>{edge}: w·δ</translation>
    </message>
    <message>
        <source>δ of {unit}</source>
        <translation>{unit}의 δ</translation>
    </message>
    <message>
        <source>{edge}: ∂L/∂w</source>
        <translation>{edge}: ∂L/∂w</translation>
    </message>
    <message>
        <source>{unit}: ∂L/∂b</source>
        <translation>{unit}: ∂L/∂b</translation>
    </message>
    <message>
        <source>backward: every ∂L/∂w</source>
        <translation>역전파: 모든 ∂L/∂w</translation>
    </message>
    <message>
        <source>w of {edge}</source>
        <translation>{edge}의 w</translation>
    </message>
    <message>
        <source>b of {unit}</source>
        <translation>{unit}의 b</translation>
    </message>
    <message>
        <source>weights into {unit}</source>
        <translation>{unit}의 입력 가중치</translation>
    </message>
    <message>
        <source>update: every w</source>
        <translation>갱신: 모든 w</translation>
    </message>
    <message>
        <source>{unit}: z = {z}, a = {a}</source>
        <translation>{unit}: z = {z}, a = {a}</translation>
    </message>
    <message>
        <source>{unit}: {value} of L</source>
        <translation>{unit}: L의 {value}</translation>
    </message>
    <message>
        <source>loss L = {value}</source>
        <translation>손실 L = {value}</translation>
    </message>
    <message>
        <source>mean loss L = {value}</source>
        <translation>평균 손실 L = {value}</translation>
    </message>
    <message>
        <source>backward: ∂L/∂w up to {value}</source>
        <translation>역전파: ∂L/∂w 최대 {value}</translation>
    </message>
    <message>
        <source>w of {edge}: {old} → {new}</source>
        <translation>{edge}의 w: {old} → {new}</translation>
    </message>
    <message>
        <source>b of {unit}: {old} → {new}</source>
        <translation>{unit}의 b: {old} → {new}</translation>
    </message>
    <message>
        <source>weights into {unit}: Δw up to {value}</source>
        <translation>{unit}의 입력 가중치: Δw 최대 {value}</translation>
    </message>
    <message>
        <source>update: Δw up to {value}</source>
        <translation>갱신: Δw 최대 {value}</translation>
    </message>
</context>
<context>
    <name>StepperBar</name>
    <message>
        <source>How much a step takes</source>
        <translation>한 단계의 크기</translation>
    </message>
    <message>
        <source>What a pass is computed for</source>
        <translation>패스를 계산하는 대상</translation>
    </message>
    <message>
        <source>Which gradient of the batch is shown</source>
        <translation>배치의 어떤 기울기를 보여 줄지</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>타임머신</translation>
    </message>
    <message>
        <source>Drag to any step of any pass; PageUp and PageDown go by passes</source>
        <translation>끌어서 어느 패스의 어느 단계로든 갑니다. PageUp과 PageDown은 패스씩 옮겨 갑니다</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>The sample whose numbers are shown</source>
        <translation>수를 보여 주는 샘플</translation>
    </message>
    <message>
        <source>by term</source>
        <translation>항 단위</translation>
    </message>
    <message>
        <source>by unit</source>
        <translation>유닛 단위</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>층 단위</translation>
    </message>
    <message>
        <source>by phase</source>
        <translation>과정 단위</translation>
    </message>
    <message>
        <source>by sample</source>
        <translation>샘플 단위</translation>
    </message>
    <message>
        <source>by batch</source>
        <translation>배치 단위</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>에포크 단위</translation>
    </message>
    <message>
        <source>one sample</source>
        <translation>샘플 하나</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>this sample</source>
        <translation>이 샘플</translation>
    </message>
    <message>
        <source>sample {number}/{count}</source>
        <translation>샘플 {number}/{count}</translation>
    </message>
</context>
<context>
    <name>StoppingFields</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>A run ends once the training loss is below this</source>
        <translation>학습 손실이 이 값보다 작아지면 실행이 끝납니다</translation>
    </message>
    <message>
        <source>A smaller gain counts as none</source>
        <translation>이보다 작은 개선은 개선으로 치지 않습니다</translation>
    </message>
    <message>
        <source>A longer gradient is shortened to this length</source>
        <translation>이보다 긴 기울기는 이 길이로 줄입니다</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>조기 종료 대기</translation>
    </message>
    <message>
        <source>never</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> 에포크</translation>
    </message>
    <message>
        <source>Early stopping: by the validation loss; without such a part by the test loss, and without that by the training loss</source>
        <translation>조기 종료: 검증 손실 기준. 검증 샘플이 없으면 테스트 손실, 그것도 없으면 훈련 손실 기준</translation>
    </message>
    <message>
        <source>Converged below</source>
        <translation>수렴 기준</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>최소 개선</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>기울기 상한</translation>
    </message>
    <message>
        <source>Set early stopping</source>
        <translation>조기 종료 설정</translation>
    </message>
    <message>
        <source>Set {setting}</source>
        <translation>{setting} 설정</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Unsaved work cannot be kept for a crash: {reason}</source>
        <translation>저장하지 않은 작업을 비상용으로 보존할 수 없습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>SuitingRow</name>
    <message>
        <source>Fit the network to the data</source>
        <translation>신경망을 데이터에 맞추기</translation>
    </message>
    <message>
        <source>Build a network for the data</source>
        <translation>데이터에 맞는 신경망 만들기</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Select a layer, a unit or an edge to see and change what it is made of.</source>
        <translation>층, 유닛, 간선을 선택하면 내용을 보고 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>{count}, of which {learning} learn</source>
        <translation>{count}개, 그중 {learning}개가 학습</translation>
    </message>
    <message>
        <source>Ready to step and to train.</source>
        <translation>단계별 실행과 학습을 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>No data yet: choose a data set, import or paste a table, or begin one here.</source>
        <translation>아직 데이터가 없습니다. 데이터 세트를 고르거나, 표를 가져오거나 붙여넣거나, 여기서 시작하세요.</translation>
    </message>
    <message>
        <source>Begin a table</source>
        <translation>표 시작하기</translation>
    </message>
    <message>
        <source>Predictions and losses stand here once the network fits the data.</source>
        <translation>네트워크가 데이터에 맞으면 예측과 손실이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Split by shares again</source>
        <translation>다시 비율로 나누기</translation>
    </message>
    <message>
        <source>Choose a cell of an input or a target to paste from there.</source>
        <translation>붙여넣기를 시작할 입력이나 목표 셀을 고르세요.</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>{count} more paths from {name}, all at once</source>
        <translation>{name}에서 가는 나머지 경로 {count}개를 한꺼번에</translation>
    </message>
    <message>
        <source>The inputs have their values. Step on: formula by formula, then back.</source>
        <translation>입력에는 값이 있습니다. 앞으로 가면 수식을 하나씩 계산한 뒤 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Local derivatives: {list}</source>
        <translation>국소 도함수: {list}</translation>
    </message>
    <message>
        <source>Path {number} of {count} from {name}: {path}</source>
        <translation>{name}에서 가는 경로 {count}개 중 {number}번째: {path}</translation>
    </message>
    <message>
        <source>{sum} + … &amp;nbsp;(so far {total})</source>
        <translation>{sum} + … &amp;nbsp;(지금까지 {total})</translation>
    </message>
    <message>
        <source>The output with respect to itself: here the way back begins.</source>
        <translation>출력을 자기 자신으로 미분한 값: 되돌아가는 길이 여기서 시작됩니다.</translation>
    </message>
    <message>
        <source>δ of what {name} leads to, times the local derivative on the way</source>
        <translation>{name} 다음에 오는 것의 δ에 그 사이의 국소 도함수를 곱합니다</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>{unit} = {level}</source>
        <translation>{unit} = {level}</translation>
    </message>
    <message>
        <source>z of {unit} = {level}</source>
        <translation>{unit}의 z = {level}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>in the stepper</source>
        <translation>단계 진행 중</translation>
    </message>
    <message>
        <source>{count} samples as layer {layer} sees them</source>
        <translation>{layer} 층이 보는 샘플 {count}개</translation>
    </message>
    <message>
        <source>Drawn is its slice through the mean.</source>
        <translation>그린 것은 평균을 지나는 단면입니다.</translation>
    </message>
    <message>
        <source>What other layers pass to it is held at the mean.</source>
        <translation>다른 층에서 오는 값은 평균으로 고정했습니다.</translation>
    </message>
    <message>
        <source>In the other columns, new samples take the mean.</source>
        <translation>새 샘플의 나머지 열은 평균값이 됩니다.</translation>
    </message>
    <message>
        <source>{shown} of {count} samples are drawn.</source>
        <translation>샘플 {count}개 중 {shown}개만 그렸습니다.</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Click to place a sample, drag for a row of them.</source>
        <translation>클릭하면 샘플을 하나 놓고, 끌면 줄지어 놓습니다.</translation>
    </message>
    <message>
        <source>Hold the button to scatter samples.</source>
        <translation>버튼을 누르고 있으면 샘플을 흩뿌립니다.</translation>
    </message>
    <message>
        <source>Drag over the samples to erase.</source>
        <translation>지울 샘플 위로 끄세요.</translation>
    </message>
    <message>
        <source>Drag a sample to another place.</source>
        <translation>샘플을 다른 곳으로 끄세요.</translation>
    </message>
    <message>
        <source>Paint samples</source>
        <translation>샘플 그리기</translation>
    </message>
    <message>
        <source>Spray samples</source>
        <translation>샘플 흩뿌리기</translation>
    </message>
    <message>
        <source>Erase samples</source>
        <translation>샘플 지우기</translation>
    </message>
    <message>
        <source>Move a sample</source>
        <translation>샘플 옮기기</translation>
    </message>
    <message>
        <source>No grid: the data has {count} columns.</source>
        <translation>데이터의 열이 {count}개라 격자는 그리지 않습니다.</translation>
    </message>
    <message>
        <source>Sample {number} is set aside for testing and is in no batch: step by one sample to look at it.</source>
        <translation>샘플 {number}은(는) 테스트용으로 떼어 두어 어느 배치에도 없습니다. 보려면 샘플 하나씩 나아가세요.</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>samples {numbers}</source>
        <translation>샘플 {numbers}</translation>
    </message>
    <message>
        <source>{unit} gets {right} of {count} right</source>
        <translation>{unit}: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>One plane separates the classes: {right} of {count} right</source>
        <translation>평면 하나로 두 클래스가 나뉩니다: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>The plane of {unit} gets {right} of {count} right</source>
        <translation>{unit}의 평면: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>One line separates the classes: {right} of {count} right</source>
        <translation>직선 하나로 두 클래스가 나뉩니다: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>The line of {unit} gets {right} of {count} right</source>
        <translation>{unit}의 직선: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>One threshold separates the classes: {right} of {count} right</source>
        <translation>문턱값 하나로 두 클래스가 나뉩니다: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>The threshold on {unit} gets {right} of {count} right</source>
        <translation>{unit}의 문턱값: {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
        <source>Where {unit} has z = 0 is a plane; on the side of + it is positive</source>
        <translation>평면에서 {unit}의 z = 0이고, + 쪽에서 z가 양수입니다</translation>
    </message>
    <message>
        <source>Where {unit} has z = 0 is a line; on the side of + it is positive</source>
        <translation>직선에서 {unit}의 z = 0이고, + 쪽에서 z가 양수입니다</translation>
    </message>
    <message>
        <source>component {number} ({share} %)</source>
        <translation>주성분 {number} ({share} %)</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>클래스 {number}</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>Template {number}</source>
        <translation>템플릿 {number}</translation>
    </message>
    <message>
        <source>The template cannot be saved.</source>
        <translation>템플릿을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>Saved as “{name}”: type another name, or press Enter.</source>
        <translation>“{name}”(으)로 저장했습니다. 다른 이름을 입력하거나 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>The template “{name}” cannot be deleted.</source>
        <translation>템플릿 “{name}”을(를) 삭제할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>A single neuron with a step learns AND by Rosenblatt&apos;s rule.</source>
        <translation>계단 함수를 쓰는 뉴런 하나가 로젠블랫의 규칙으로 AND를 배웁니다.</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Two hidden units solve what a single neuron cannot.</source>
        <translation>뉴런 하나로는 풀 수 없는 문제를 은닉 유닛 두 개가 풉니다.</translation>
    </message>
    <message>
        <source>Lift into a third dimension</source>
        <translation>3차원으로 들어 올리기</translation>
    </message>
    <message>
        <source>Three hidden units lift two circles apart, so that a plane divides them.</source>
        <translation>은닉 유닛 세 개가 두 원을 들어 올려 평면 하나로 나뉘게 합니다.</translation>
    </message>
    <message>
        <source>Deep and narrow</source>
        <translation>깊고 좁은 신경망</translation>
    </message>
    <message>
        <source>Four hidden layers of tanh learn; give them sigmoid, and the gradient fades.</source>
        <translation>tanh 은닉층 네 개는 잘 배웁니다. sigmoid로 바꾸면 기울기가 사라집니다.</translation>
    </message>
    <message>
        <source>Autoencoder 4-2-4</source>
        <translation>오토인코더 4-2-4</translation>
    </message>
    <message>
        <source>Four one-hot samples pass through two units and come back.</source>
        <translation>원-핫 샘플 네 개가 유닛 두 개를 지나 다시 나옵니다.</translation>
    </message>
    <message>
        <source>Skip links</source>
        <translation>건너뛰는 연결</translation>
    </message>
    <message>
        <source>Links past the hidden layers carry the input straight on.</source>
        <translation>은닉층을 건너뛰는 연결이 입력을 곧바로 전달합니다.</translation>
    </message>
    <message>
        <source>Digits 64-32-10</source>
        <translation>숫자 64-32-10</translation>
    </message>
    <message>
        <source>Ten classes of 8 × 8 pixels: bring your own data.</source>
        <translation>8 × 8 픽셀을 열 가지로 나눕니다. 데이터는 직접 불러오세요.</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Point</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Place samples one by one, or in a row by dragging</source>
        <translation>샘플을 하나씩 놓거나 끌어서 줄지어 놓기</translation>
    </message>
    <message>
        <source>Spray</source>
        <translation>뿌리기</translation>
    </message>
    <message>
        <source>Scatter samples under the brush</source>
        <translation>붓 아래에 샘플 흩뿌리기</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Erase the samples under the brush</source>
        <translation>붓 아래의 샘플 지우기</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Drag a sample to another place</source>
        <translation>샘플을 다른 곳으로 끌기</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+wheel)</source>
        <translation>축소 (Ctrl+휠)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl+wheel)</source>
        <translation>확대 (Ctrl+휠)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>모든 샘플 보기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Erase all samples</source>
        <translation>모든 샘플 지우기</translation>
    </message>
</context>
<context>
    <name>Tooltips</name>
    <message>
        <source>Bias of {unit}</source>
        <translation>{unit}의 편향</translation>
    </message>
    <message>
        <source>The weight is drawn once the network is complete.</source>
        <translation>가중치는 신경망이 완성되면 뽑힙니다.</translation>
    </message>
    <message>
        <source>Frozen: training leaves it as it is.</source>
        <translation>고정됨: 학습해도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>{unit}: comes from the data</source>
        <translation>{unit}: 데이터에서 온 값</translation>
    </message>
    <message>
        <source>mean of {count}: {value}</source>
        <translation>{count}개 평균: {value}</translation>
    </message>
    <message>
        <source>{count} more together</source>
        <translation>나머지 {count}개의 합</translation>
    </message>
</context>
<context>
    <name>TrainedHalf</name>
    <message>
        <source>Lift learned by a hidden layer</source>
        <translation>은닉층이 배운 들어 올리기</translation>
    </message>
    <message>
        <source>The samples, as the hidden layer puts them</source>
        <translation>은닉층이 옮겨 놓은 샘플</translation>
    </message>
    <message>
        <source>Units of the hidden layer</source>
        <translation>은닉층의 유닛 수</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>다른 시드</translation>
    </message>
    <message>
        <source>Draw other weights to begin with</source>
        <translation>시작할 가중치를 새로 뽑습니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>Epoch {epoch}; its cross-entropy is {loss}</source>
        <translation>에포크 {epoch}, 교차 엔트로피는 {loss}입니다</translation>
    </message>
    <message>
        <source>Stuck at epoch {epoch}, cross-entropy {loss}: try another seed.</source>
        <translation>에포크 {epoch}, 교차 엔트로피 {loss}에서 막혔습니다. 다른 시드로 해 보세요.</translation>
    </message>
    <message>
        <source>Stuck at epoch {epoch}, cross-entropy {loss}: try another seed, or another unit.</source>
        <translation>에포크 {epoch}, 교차 엔트로피 {loss}에서 막혔습니다. 다른 시드로 하거나 유닛을 더해 보세요.</translation>
    </message>
    <message>
        <source>the layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>2–{units}–1, tanh</source>
        <translation>2–{units}–1, tanh</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>학습 규칙</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Learning rate, on a logarithmic scale</source>
        <translation>학습률 (로그 눈금)</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Shuffle each epoch</source>
        <translation>에포크마다 섞기</translation>
    </message>
    <message>
        <source>Decides the first weights, the order of the samples and the split</source>
        <translation>처음 가중치, 샘플의 순서, 데이터 나누기를 정합니다</translation>
    </message>
    <message>
        <source>Reset to the initial weights</source>
        <translation>처음 가중치로 되돌리기</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>모멘텀 μ</translation>
    </message>
    <message>
        <source>Mean decay β₁</source>
        <translation>평균 감쇠 β₁</translation>
    </message>
    <message>
        <source>Square decay β₂</source>
        <translation>제곱 감쇠 β₂</translation>
    </message>
    <message>
        <source>Smoothing α</source>
        <translation>평활 α</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>엡실론 ε</translation>
    </message>
    <message>
        <source>Weight decay λ</source>
        <translation>가중치 감쇠 λ</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>학습률 감쇠</translation>
    </message>
    <message>
        <source>Training diverged: in epoch {epoch} the numbers of {layer} grew beyond all bounds. A smaller learning rate takes smaller steps.</source>
        <translation>학습이 발산했습니다. 에포크 {epoch}에서 {layer}의 값이 한없이 커졌습니다. 학습률이 작으면 더 작은 걸음으로 갑니다.</translation>
    </message>
    <message>
        <source>Converged: the loss is below the limit that was set.</source>
        <translation>수렴: 손실이 정해 둔 값보다 작아졌습니다.</translation>
    </message>
    <message>
        <source>Stopped early: the validation loss no longer improves.</source>
        <translation>일찍 멈춤: 검증 손실이 더 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>Stopped early: the training loss no longer improves.</source>
        <translation>일찍 멈춤: 훈련 손실이 더 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>Stopped early: the test loss no longer improves.</source>
        <translation>조기 종료: 테스트 손실이 더 이상 줄지 않습니다.</translation>
    </message>
    <message>
        <source>Set η to {rate}, go on from epoch {epoch}</source>
        <translation>η를 {rate}(으)로, 에포크 {epoch}부터 계속</translation>
    </message>
    <message>
        <source>Back to the weights of the smallest loss, on with a third of the learning rate</source>
        <translation>손실이 가장 작았던 가중치로 돌아가 학습률의 3분의 1로 계속합니다</translation>
    </message>
    <message>
        <source>Draw new weights from seed {seed}</source>
        <translation>시드 {seed}(으)로 가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>Set the loss to {name}</source>
        <translation>손실을 {name}(으)로</translation>
    </message>
    <message>
        <source>Set the rule to {name}</source>
        <translation>학습 규칙을 {name}(으)로</translation>
    </message>
    <message>
        <source>Set the optimizer to {name}</source>
        <translation>옵티마이저를 {name}(으)로</translation>
    </message>
    <message>
        <source>Set the learning rate to {rate}</source>
        <translation>학습률을 {rate}(으)로</translation>
    </message>
    <message>
        <source>Set {setting}</source>
        <translation>{setting} 설정</translation>
    </message>
    <message>
        <source>Set the batch size</source>
        <translation>배치 크기 설정</translation>
    </message>
    <message>
        <source>Shuffle the samples</source>
        <translation>샘플 섞기</translation>
    </message>
    <message>
        <source>Keep the samples&apos; order</source>
        <translation>샘플 순서 유지</translation>
    </message>
    <message>
        <source>Set the epochs to {count}</source>
        <translation>에포크를 {count}(으)로</translation>
    </message>
    <message>
        <source>Set the seed to {seed}</source>
        <translation>시드를 {seed}(으)로</translation>
    </message>
    <message>
        <source>Set the L1 penalty</source>
        <translation>L1 규제 설정</translation>
    </message>
    <message>
        <source>Set the L2 penalty</source>
        <translation>L2 규제 설정</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Update from sample {sample}</source>
        <translation>샘플 {sample}(으)로 갱신</translation>
    </message>
    <message>
        <source>Update from batch {batch}</source>
        <translation>배치 {batch}(으)로 갱신</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>처음으로 돌아감</translation>
    </message>
    <message>
        <source>Back to “{label}”</source>
        <translation>“{label}”(으)로 돌아감</translation>
    </message>
    <message>
        <source>Train 1 epoch</source>
        <translation>1에포크 학습</translation>
    </message>
    <message>
        <source>Train {epochs} epochs</source>
        <translation>{epochs}에포크 학습</translation>
    </message>
</context>
<context>
    <name>UnitFigures</name>
    <message>
        <source>For sample {number}</source>
        <translation>샘플 {number}의 값</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… {count}개 더</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>스케일링됨</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>Output of the selected unit</source>
        <translation>선택한 유닛의 출력</translation>
    </message>
    <message>
        <source>Select a unit on the canvas to see its output here.</source>
        <translation>캔버스에서 유닛을 선택하면 그 출력이 여기에 크게 나타납니다.</translation>
    </message>
    <message>
        <source>This unit is not part of the network yet.</source>
        <translation>이 유닛은 아직 신경망에 이어져 있지 않습니다.</translation>
    </message>
    <message>
        <source>z = 0, its teeth towards z &gt; 0</source>
        <translation>z = 0, 빗금 쪽이 z &gt; 0</translation>
    </message>
    <message>
        <source>{name} is an input: it has no z.</source>
        <translation>{name}은(는) 입력이라 z가 없습니다.</translation>
    </message>
    <message>
        <source>At their means: {values}</source>
        <translation>평균값으로 고정: {values}</translation>
    </message>
    <message>
        <source>z = Σ w·a + b over {count} edges</source>
        <translation>z = Σ w·a + b, 간선 {count}개</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>This layer has no biases.</source>
        <translation>이 층에는 편향이 없습니다.</translation>
    </message>
    <message>
        <source>An input passes the data on: it has nothing to learn.</source>
        <translation>입력은 데이터를 전달할 뿐 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Scaled: (x + {offset}) / {factor}</source>
        <translation>스케일링: (x + {offset}) / {factor}</translation>
    </message>
    <message>
        <source>Scaled: (x − {offset}) / {factor}</source>
        <translation>스케일링: (x − {offset}) / {factor}</translation>
    </message>
    <message>
        <source>Frozen: training leaves the bias as it is.</source>
        <translation>고정됨: 학습해도 편향이 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Unit {number} of {layer}</source>
        <translation>{layer}의 유닛 {number}</translation>
    </message>
    <message>
        <source>Remove the unit</source>
        <translation>유닛 지우기</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>유닛 {count}개</translation>
    </message>
    <message>
        <source>Remove the units</source>
        <translation>유닛들 지우기</translation>
    </message>
    <message>
        <source>as the layer ({name})</source>
        <translation>층과 같게 ({name})</translation>
    </message>
    <message>
        <source>Name {unit} {name}</source>
        <translation>{unit}의 이름을 {name}(으)로</translation>
    </message>
    <message>
        <source>Let {unit} use its layer&apos;s activation</source>
        <translation>{unit}이(가) 층의 활성화 함수를 쓰도록</translation>
    </message>
    <message>
        <source>Set activation of {unit} to {name}</source>
        <translation>{unit}의 활성화 함수를 {name}(으)로</translation>
    </message>
    <message>
        <source>Set bias of {unit} to {value}</source>
        <translation>{unit}의 편향을 {value}(으)로</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>Update: unit {number} of {layer}</source>
        <translation>갱신: {layer}의 유닛 {number}</translation>
    </message>
    <message>
        <source>Update: layer {layer}</source>
        <translation>갱신: 층 {layer}</translation>
    </message>
    <message>
        <source>Update of {edge}</source>
        <translation>{edge}의 갱신</translation>
    </message>
    <message>
        <source>The perceptron rule: y is the unit&apos;s hard output.</source>
        <translation>퍼셉트론 규칙: y는 유닛의 계단 출력입니다.</translation>
    </message>
    <message>
        <source>Δw by {optimizer}, η = {rate}</source>
        <translation>{optimizer}에 따른 Δw, η = {rate}</translation>
    </message>
    <message>
        <source>For example {edge}:</source>
        <translation>예: {edge}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>old</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>All updates are made at once, from the old weights.</source>
        <translation>모든 갱신은 이전 가중치를 바탕으로 한꺼번에 이루어집니다.</translation>
    </message>
    <message>
        <source>* frozen: it keeps its value.</source>
        <translation>* 고정됨: 값이 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The penalty (now {value}) pulls on the weights too.</source>
        <translation>규제 항(현재 {value})도 가중치를 끌어당깁니다.</translation>
    </message>
    <message>
        <source>ε stands outside the root: √v + ε.</source>
        <translation>ε은 근호 밖에 있습니다: √v + ε.</translation>
    </message>
    <message>
        <source>Mean loss of the batch after the update: {value}</source>
        <translation>갱신 후 배치의 평균 손실: {value}</translation>
    </message>
    <message>
        <source>Loss of this sample after the update: {value}</source>
        <translation>갱신 후 이 샘플의 손실: {value}</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Read data from a CSV, TSV or NPZ file</source>
        <translation>CSV, TSV, NPZ 파일에서 데이터를 읽습니다</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Take a table from the clipboard</source>
        <translation>클립보드에서 표를 가져옵니다</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>See and edit every sample</source>
        <translation>모든 샘플을 보고 고칩니다</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Paint samples with the mouse</source>
        <translation>마우스로 샘플을 그립니다</translation>
    </message>
</context>
<context>
    <name>Weighing</name>
    <message>
        <source>Set weight {edge} to {value}</source>
        <translation>{edge}의 가중치를 {value}(으)로</translation>
    </message>
    <message>
        <source>Set bias of {edge} to {value}</source>
        <translation>{edge}의 편향을 {value}(으)로</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <source>Weight of {edge}</source>
        <translation>{edge}의 가중치</translation>
    </message>
    <message>
        <source>Bias of {edge}</source>
        <translation>{edge}의 편향</translation>
    </message>
</context>
<context>
    <name>WeightUpdate</name>
    <message>
        <source>The gradient is {length} long; it is cut to {most}.</source>
        <translation>기울기의 길이는 {length}이며, {most}로 줄입니다.</translation>
    </message>
    <message>
        <source>The gradient is {length} long, within {most}: it is not cut.</source>
        <translation>기울기의 길이는 {length}로 {most} 이내이므로 자르지 않습니다.</translation>
    </message>
    <message>
        <source>Weight decay joins the gradient:</source>
        <translation>가중치 감쇠를 기울기에 더합니다:</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Or begin with</source>
        <translation>또는 여기서 시작하세요</translation>
    </message>
    <message>
        <source>Labs: single scenes of the course</source>
        <translation>실험실: 강의의 한 장면씩</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>prediction of {target}</source>
        <translation>{target} 예측</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>part</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>“{text}” is not a class here: write {classes}.</source>
        <translation>“{text}”은(는) 여기 없는 클래스입니다. {classes} 중에서 쓰세요.</translation>
    </message>
</context>
<context>
    <name>Worked</name>
    <message>
        <source>Nothing is learned here: the weights are written down, and every output is exactly right. So every loss is 0, every gradient is 0, and an update changes nothing.</source>
        <translation>여기서는 아무것도 학습하지 않습니다. 가중치를 미리 적어 두었고 모든 출력이 정확히 맞습니다. 그래서 모든 손실이 0, 모든 기울기가 0이며 갱신해도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The first index is the sample, the second the hidden unit. In the hidden space the two samples that shall give 1 fall on one point, (1, 0), and a line can part them from the others.</source>
        <translation>첫째 첨자는 샘플, 둘째 첨자는 은닉 유닛입니다. 은닉 공간에서는 1을 내야 하는 두 샘플이 한 점 (1, 0)에 모여, 직선 하나로 나머지와 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>Change a weight a little, and step again to see the gradient that leads back.</source>
        <translation>가중치 하나를 조금 바꾸고 다시 단계를 밟아, 되돌아가게 하는 기울기를 보세요.</translation>
    </message>
    <message>
        <source>Three of the four samples put a hidden unit at z = 0, on the kink of the ReLU, which has no derivative there. The program takes ReLU′(0) = 0; as δ of the output is 0, any other choice would give the same gradients. A gradient check by finite differences looks to both sides of the kink, and reports it as one.</source>
        <translation>네 샘플 중 셋에서 은닉 유닛 하나의 z가 0, 곧 ReLU가 꺾이는 점에 놓입니다. 그곳에는 도함수가 없습니다. 이 프로그램은 ReLU′(0) = 0으로 정합니다. 출력의 δ가 0이므로 달리 정해도 기울기는 같습니다. 유한 차분으로 하는 기울기 검사는 꺾이는 점의 양쪽을 보므로 꺾인 점이라고 알립니다.</translation>
    </message>
    <message>
        <source>E_total after one round</source>
        <translation>한 번 갱신한 뒤 E_total</translation>
    </message>
    <message>
        <source>E_total after 10,000 rounds</source>
        <translation>10,000번 갱신한 뒤 E_total</translation>
    </message>
    <message>
        <source>out_o1 after 10,000 rounds</source>
        <translation>10,000번 갱신한 뒤 out_o1</translation>
    </message>
    <message>
        <source>out_o2 after 10,000 rounds</source>
        <translation>10,000번 갱신한 뒤 out_o2</translation>
    </message>
    <message>
        <source>His net is z here, his out is a, and his E_total is the loss ½ Σ (a − t)².</source>
        <translation>원문의 net은 여기서 z, out은 a이고, E_total은 손실 ½ Σ (a − t)²입니다.</translation>
    </message>
    <message>
        <source>Step forward to the loss, then back: each edge shows the product that the article derives factor by factor.</source>
        <translation>손실까지 앞으로 간 다음 되돌아오세요. 글에서 인수를 하나씩 구해 나가는 곱을 각 간선이 보여 줍니다.</translation>
    </message>
    <message>
        <source>He never updates the biases: they are frozen here, though their gradients are shown.</source>
        <translation>원문은 편향을 갱신하지 않습니다. 여기서도 고정되어 있지만 기울기는 보여 줍니다.</translation>
    </message>
    <message>
        <source>∂E_o2/∂out_h1 is off by one in its last digit: the article goes on with rounded numbers, the program never does.</source>
        <translation>∂E_o2/∂out_h1은 마지막 자리에서 1만큼 다릅니다. 글은 반올림한 수로 계산을 이어 가지만 이 프로그램은 그러지 않습니다.</translation>
    </message>
    <message>
        <source>The error after one round is not that of the update the article describes. It says, rightly, that the old output weights are used for the hidden layer, and prints eight new weights that were computed so; with them the error is {right}. What it prints comes out to the last digit, {wrong}, if the output weights are updated first.</source>
        <translation>한 번 갱신한 뒤의 오차는 글이 설명하는 갱신의 것이 아닙니다. 글은 은닉층에 옛 출력 가중치를 쓴다고 바르게 말하고, 그렇게 계산한 새 가중치 여덟 개를 적었습니다. 그 가중치로 계산한 오차는 {right}입니다. 출력 가중치를 먼저 갱신하면 글에 적힌 값이 마지막 자리까지 {wrong}(으)로 나옵니다.</translation>
    </message>
    <message>
        <source>So do the two outputs after 10,000 rounds: {wrong1} and {wrong2} with the output weights first, {right1} and {right2} with all at once.</source>
        <translation>10,000번 갱신한 뒤의 두 출력도 마찬가지입니다. 출력 가중치를 먼저 갱신하면 {wrong1}, {wrong2}이고, 한꺼번에 갱신하면 {right1}, {right2}입니다.</translation>
    </message>
    <message>
        <source>The error printed for 10,000 rounds does not belong to these outputs, whose error is {theirs}. It is that of updating all at once after 9,999 rounds, {before}; one round later it is {right}.</source>
        <translation>10,000번의 오차로 적힌 값은 이 두 출력의 것이 아닙니다. 이들의 오차는 {theirs}입니다. 적힌 값은 한꺼번에 갱신할 때 9,999번 뒤의 오차 {before}이며, 한 번 더 갱신하면 {right}입니다.</translation>
    </message>
    <message>
        <source>Where it derives ∂E/∂w_1, the article writes net_h1 with w_3 in place of w_2. The edge from i2 to h1 is w_2: only with it is net_h1 {net}.</source>
        <translation>글은 ∂E/∂w_1을 구하는 곳에서 net_h1에 w_2 대신 w_3을 썼습니다. i2에서 h1로 가는 간선은 w_2이며, 그래야 net_h1이 {net}이 됩니다.</translation>
    </message>
    <message>
        <source>There the neuron has no loss: the gradient of its output with respect to itself is 1. A network needs a loss. Here it is the absolute error with the target 0, L = |a − 0|: as a is positive, L = a and ∂L/∂a = 1, so that every gradient is the same.</source>
        <translation>원문의 뉴런에는 손실이 없고, 출력의 자기 자신에 대한 기울기가 1입니다. 신경망에는 손실이 필요합니다. 여기서는 목표가 0인 절대 오차 L = |a − 0|를 씁니다. a가 양수이므로 L = a, ∂L/∂a = 1이고, 모든 기울기가 원문과 같습니다.</translation>
    </message>
    <message>
        <source>The notes split the sigmoid into ·(−1), exp, +1 and 1/x, and then join these gates into one whose slope is (1 − f) f. It is one activation here.</source>
        <translation>강의 노트는 시그모이드를 ·(−1), exp, +1, 1/x로 나눈 다음, 이 게이트들을 기울기가 (1 − f) f인 하나로 합칩니다. 여기서는 활성화 함수 하나입니다.</translation>
    </message>
    <message>
        <source>Their w_2 is the bias. ∂f/∂x_0 and ∂f/∂x_1 are the messages that come back to the inputs.</source>
        <translation>원문의 w_2는 편향입니다. ∂f/∂x_0과 ∂f/∂x_1은 입력으로 되돌아오는 전달값입니다.</translation>
    </message>
    <message>
        <source>Their first circuit, f = (x + y) z, is a graph of formulas and not a network. The command computes it: mlp-studio chain &quot;q = x + y; f = q*z&quot; --at x=-2 y=5 z=-4</source>
        <translation>원문의 첫 회로 f = (x + y) z는 신경망이 아니라 식의 그래프입니다. 다음 명령이 계산합니다: mlp-studio chain &quot;q = x + y; f = q*z&quot; --at x=-2 y=5 z=-4</translation>
    </message>
    <message>
        <source>∂f/∂x_0 is {exact}, and not twice the {delta} that comes back through the sum: the figure shows two digits, but goes on with all of them.</source>
        <translation>∂f/∂x_0은 {exact}이며, 합을 지나 되돌아온 {delta}의 두 배가 아닙니다. 그림은 두 자리만 보여 주지만 계산은 모든 자리로 이어 갑니다.</translation>
    </message>
    <message>
        <source>The odd bias was chosen so that tanh′ = 1 − o² is one half, and the gradients come out round.</source>
        <translation>이 별난 편향은 tanh′ = 1 − o²가 1/2이 되어 기울기가 딱 떨어지도록 고른 값입니다.</translation>
    </message>
    <message>
        <source>The gradient of w_2 is 0 because x_2 is 0: a weight learns nothing from an input that is silent.</source>
        <translation>x_2가 0이므로 w_2의 기울기도 0입니다. 가중치는 조용한 입력에서 아무것도 배우지 못합니다.</translation>
    </message>
</context>
<context>
    <name>WorstModel</name>
    <message>
        <source>bias of {unit}</source>
        <translation>{unit}의 편향</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>… {count} more</source>
        <translation>… {count}개 더</translation>
    </message>
    <message>
        <source>∂L/∂w is the mean over the {count} samples of the batch.</source>
        <translation>∂L/∂w는 배치의 샘플 {count}개에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>∂L/∂w is this sample&apos;s contribution; the update takes the mean of all.</source>
        <translation>∂L/∂w는 이 샘플의 기여분입니다. 갱신에는 전체의 평균을 씁니다.</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>[… {count} more: {subtotal}]</source>
        <translation>[… {count}개 더: {subtotal}]</translation>
    </message>
</context>
<context>
    <name>_WayOut</name>
    <message>
        <source>→ and ← step · Esc leaves the presentation</source>
        <translation>→ ←로 단계 이동 · Esc로 발표 화면 나가기</translation>
    </message>
</context>
</TS>
