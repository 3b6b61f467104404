"""The learning rate step by step, against the formulas."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine import schedules
from mlp_studio.engine.schedules import rate
from mlp_studio.engine.spec import ScheduleSpec, SpecError


def test_constant_is_the_base_rate():
    assert [rate(ScheduleSpec(), 0.3, step) for step in (0, 1, 10**6)] == [0.3] * 3


def test_step_multiplies_by_gamma_every_so_many_steps():
    spec = ScheduleSpec("step", step_size=2, gamma=0.5)
    assert [rate(spec, 8.0, step) for step in range(6)] == [8, 8, 4, 4, 2, 2]


def test_exponential_falls_by_gamma_over_step_size_without_jumps():
    spec = ScheduleSpec("exponential", step_size=2, gamma=0.25)
    assert [rate(spec, 8.0, step) for step in range(5)] == pytest.approx([8, 4, 2, 1, 0.5])


def test_cosine_goes_from_the_base_rate_by_its_middle_to_the_minimum_and_stays():
    spec = ScheduleSpec("cosine", total_steps=100, minimum=0.2)
    assert rate(spec, 1.0, 0) == 1.0
    assert rate(spec, 1.0, 25) == pytest.approx(0.2 + 0.8 * 0.5 * (1 + math.sqrt(0.5)))
    assert rate(spec, 1.0, 50) == pytest.approx(0.6)
    assert rate(spec, 1.0, 100) == pytest.approx(0.2)
    assert rate(spec, 1.0, 5000) == pytest.approx(0.2)


def test_warm_up_climbs_linearly_and_then_the_schedule_starts_from_its_beginning():
    spec = ScheduleSpec("step", warmup_steps=4, step_size=2, gamma=0.5)
    expected = [0.25, 0.5, 0.75, 1.0, 1.0, 1.0, 0.5, 0.5]
    assert [rate(spec, 1.0, step) for step in range(8)] == expected


@given(
    st.sampled_from(schedules.NAMES),
    st.integers(0, 50),
    st.integers(0, 10_000),
    st.floats(0.1, 1.0),
    st.floats(1e-4, 1.0),
)
def test_the_rate_stays_between_0_and_the_base_and_scales_with_it(name, warmup, step, gamma, base):
    spec = ScheduleSpec(name, warmup_steps=warmup, step_size=500, gamma=gamma, total_steps=2000)
    assert 0.0 <= rate(spec, base, step) <= base * (1 + 1e-15)
    assert rate(spec, 2 * base, step) == pytest.approx(2 * rate(spec, base, step))


def test_only_a_constant_without_warm_up_is_constant():
    assert schedules.is_constant(ScheduleSpec())
    assert not schedules.is_constant(ScheduleSpec(warmup_steps=1))
    assert not schedules.is_constant(ScheduleSpec("cosine"))


def test_an_unknown_schedule_is_named_beside_the_known_ones():
    with pytest.raises(SpecError, match=r"'linear'.*constant, step, exponential, cosine"):
        rate(ScheduleSpec("linear"), 1.0, 0)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("warmup_steps", -1),
        ("step_size", 0),
        ("total_steps", 0),
        ("gamma", 0.0),
        ("gamma", 1.5),
        ("minimum", 2.0),
    ],
)
def test_a_setting_out_of_range_is_named(setting, value):
    with pytest.raises(SpecError, match=setting):
        schedules.check(ScheduleSpec("step", **{setting: value}))
