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
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
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
        <source>{loss} and {activation} are differentiated as one.</source>
        <translation>{loss}와(과) {activation}은(는) 하나로 묶어 미분합니다.</translation>
    </message>
    <message>
        <source>Every output of softmax depends on all z of its layer.</source>
        <translation>소프트맥스의 각 출력은 그 층의 모든 z에 의존합니다.</translation>
    </message>
    <message>
        <source>The perceptron rule corrects by t − y instead, and needs no gradient.</source>
        <translation>퍼셉트론 규칙은 t − y로 고치며 기울기가 필요 없습니다.</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>from</source>
        <translation>출발</translation>
    </message>
</context>
<context>
    <name>Calculation</name>
    <message>
        <source>Calculation of the current step</source>
        <translation>현재 단계의 계산</translation>
    </message>
    <message>
        <source>Nothing to compute yet</source>
        <translation>아직 계산할 것이 없습니다</translation>
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
        <source>Steps by &amp;unit</source>
        <translation>유닛 단위(&amp;U)</translation>
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
        <source>Steps by &amp;layer</source>
        <translation>층 단위(&amp;L)</translation>
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
        <source>Steps by p&amp;hase</source>
        <translation>과정 단위(&amp;H)</translation>
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
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Add layer {layer}</source>
        <translation>층 {layer} 추가</translation>
    </message>
    <message>
        <source>Add unit to {layer}</source>
        <translation>{layer}에 유닛 추가</translation>
    </message>
    <message>
        <source>Link {source} to {target}</source>
        <translation>{source}에서 {target}(으)로 연결</translation>
    </message>
    <message>
        <source>Move {layer}</source>
        <translation>{layer} 이동</translation>
    </message>
    <message>
        <source>Move {count} layers</source>
        <translation>층 {count}개 이동</translation>
    </message>
    <message>
        <source>Delete {count} things</source>
        <translation>{count}개 항목 삭제</translation>
    </message>
    <message>
        <source>Delete layer {layer}</source>
        <translation>층 {layer} 삭제</translation>
    </message>
    <message>
        <source>Delete a unit of {layer}</source>
        <translation>{layer}의 유닛 삭제</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>연결 삭제</translation>
    </message>
    <message>
        <source>Delete edge</source>
        <translation>간선 삭제</translation>
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
        <source>{formula} over m outputs, mean over the batch</source>
        <translation>{formula}, 출력 m개, 배치 평균</translation>
    </message>
    <message>
        <source>{formula}, mean over the batch</source>
        <translation>{formula}, 배치 평균</translation>
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
    <name>DataPanel</name>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>목표값</translation>
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
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>For testing</source>
        <translation>검증용</translation>
    </message>
    <message>
        <source>Choose a data set above.</source>
        <translation>위에서 데이터셋을 고르세요.</translation>
    </message>
    <message>
        <source>Picture of the data</source>
        <translation>데이터 그림</translation>
    </message>
    <message>
        <source>Fit the network to the data</source>
        <translation>신경망을 데이터에 맞추기</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
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
        <source>given values</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>{percent} % of the samples</source>
        <translation>샘플의 {percent} %</translation>
    </message>
    <message>
        <source>samples: {samples} · inputs: {inputs} · targets: {targets}</source>
        <translation>샘플 {samples} · 입력 {inputs} · 목표값 {targets}</translation>
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
        <source>Keep {percent} % for testing</source>
        <translation>{percent} %를 검증용으로 남기기</translation>
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
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>MLP Studio projects (*.mlps)</source>
        <translation>MLP Studio 프로젝트 (*.mlps)</translation>
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
    <name>EdgesPage</name>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
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
        <source>Set the weight of {edge}</source>
        <translation>{edge}의 가중치 설정</translation>
    </message>
    <message>
        <source>Freeze the weight of {edge}</source>
        <translation>{edge}의 가중치 고정</translation>
    </message>
    <message>
        <source>Let {edge} learn</source>
        <translation>{edge}의 학습 허용</translation>
    </message>
</context>
<context>
    <name>EditError</name>
    <message>
        <source>There is already a layer {layer}.</source>
        <translation>층 {layer}은(는) 이미 있습니다.</translation>
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
        <source>The data are empty.</source>
        <translation>데이터가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The data may hold {most} values, not {count}.</source>
        <translation>데이터의 값은 {most}개까지입니다. {count}개는 너무 많습니다.</translation>
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
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
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
        <source>The worked example of Matt Mazur</source>
        <translation>매트 마주르의 계산 예제</translation>
    </message>
</context>
<context>
    <name>Explainer</name>
    <message>
        <source>Sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Inputs: {values}</source>
        <translation>입력: {values}</translation>
    </message>
    <message>
        <source>Targets: {values}</source>
        <translation>목표값: {values}</translation>
    </message>
    <message>
        <source>Step on to send it forward through the network.</source>
        <translation>한 단계 나아가 신경망에 순전파해 보세요.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>외 {count}개</translation>
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
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>유닛 {count}개</translation>
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
</context>
<context>
    <name>LayersPage</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
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
        <source>Set the features of {layer}</source>
        <translation>{layer}의 특성 설정</translation>
    </message>
    <message>
        <source>Set the activation of {layer} to {name}</source>
        <translation>{layer}의 활성화 함수를 {name}(으)로</translation>
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
    <message>
        <source>Set the initializer of {layer}</source>
        <translation>{layer}의 초기화 방법 설정</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
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
        <source>training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss</source>
        <translation>손실을 로그 눈금으로</translation>
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
        <source>{count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표값</translation>
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
    <name>Palette</name>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
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
        <source>Drag onto the canvas, or press Enter. Drop a neuron on a layer to add a unit.</source>
        <translation>캔버스로 끌어다 놓거나 Enter를 누르세요. 뉴런을 층 위에 놓으면 유닛이 추가됩니다.</translation>
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
        <source>Inspector</source>
        <translation>속성</translation>
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
        <source>Loss</source>
        <translation>손실</translation>
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
        <translation>샘플 하나를 학습용과 검증용으로 나눌 수 없습니다.</translation>
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
    <name>StepperBar</name>
    <message>
        <source>To the start of the pass</source>
        <translation>패스의 처음으로</translation>
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
        <source>To the end of the pass</source>
        <translation>패스의 끝으로</translation>
    </message>
    <message>
        <source>Step of the pass</source>
        <translation>패스의 단계</translation>
    </message>
    <message>
        <source>Drag to any step of the pass</source>
        <translation>끌어서 원하는 단계로 갑니다</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>The sample this pass is computed for</source>
        <translation>이 패스를 계산한 샘플</translation>
    </message>
    <message>
        <source>sample {number}/{count}</source>
        <translation>샘플 {number}/{count}</translation>
    </message>
    <message>
        <source>nothing to step through yet</source>
        <translation>아직 따라갈 단계가 없습니다</translation>
    </message>
    <message>
        <source>before step 1 of {count}</source>
        <translation>{count}단계 중 1단계 앞</translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation>{count}단계 중 {number}단계</translation>
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
    <message>
        <source>Show</source>
        <translation>보기</translation>
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
        <source>Reset weights</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>Reset to the initial weights</source>
        <translation>처음 가중치로 되돌리기</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>새 가중치</translation>
    </message>
    <message>
        <source>Draw new weights, from the next seed</source>
        <translation>다음 시드로 가중치 새로 뽑기</translation>
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
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}, at {layer}: try a smaller learning rate. The last finite weights are kept.</source>
        <translation>에포크 {epoch}의 {layer}에서 학습이 발산했습니다. 학습률을 줄여 보세요. 마지막 유한한 가중치를 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>Converged: the loss is below the limit that was set.</source>
        <translation>수렴: 손실이 정해 둔 값보다 작아졌습니다.</translation>
    </message>
    <message>
        <source>Stopped early: the test loss no longer improves.</source>
        <translation>조기 종료: 검증 손실이 더 이상 줄지 않습니다.</translation>
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
        <source>Train 1 epoch</source>
        <translation>1에포크 학습</translation>
    </message>
    <message>
        <source>Train {epochs} epochs</source>
        <translation>{epochs}에포크 학습</translation>
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
        <source>Set the activation of {unit} to {name}</source>
        <translation>{unit}의 활성화 함수를 {name}(으)로</translation>
    </message>
    <message>
        <source>Set the bias of {unit}</source>
        <translation>{unit}의 편향 설정</translation>
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
        <source>The perceptron rule: y is the unit&apos;s hard output.</source>
        <translation>퍼셉트론 규칙: y는 유닛의 계단 출력입니다.</translation>
    </message>
    <message>
        <source>Δw by {optimizer}</source>
        <translation>{optimizer}에 따른 Δw</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
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
        <source>The gradient&apos;s length is cut off at {value}.</source>
        <translation>기울기의 크기는 {value}에서 잘립니다.</translation>
    </message>
    <message>
        <source>ε stands outside the root: √v + ε.</source>
        <translation>ε은 근호 밖에 있습니다: √v + ε.</translation>
    </message>
    <message>
        <source>Loss of this sample after the update: {value}</source>
        <translation>갱신 후 이 샘플의 손실: {value}</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>{count} more, together {subtotal}</source>
        <translation>외 {count}개, 합 {subtotal}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>외 {count}개</translation>
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
