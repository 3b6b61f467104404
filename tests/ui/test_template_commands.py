"""Templates by menu and key: choosing one from the list, keeping one's own, letting one go."""

from mlp_studio.document.selection import Selected
from mlp_studio.ui.app import Studio
from mlp_studio.ui.mime import PaletteItem
from tests.ui.answers import Answers


def test_t_opens_the_list_and_the_chosen_one_is_placed(window: Studio, qtbot) -> None:
    window.actions["add_template"].trigger()
    menu = window.builder.templates.menu
    assert menu is not None
    assert menu.isVisible()
    menu.actions()[1].trigger()
    menu.close()
    assert [layer.units for layer in window.document.project.layers] == [2, 2, 1]
    assert window.document.compiled is not None, "ready to step"


def test_a_selection_is_kept_and_comes_back_with_its_weights(window: Studio) -> None:
    window.canvas.acts.add(PaletteItem("template", "xor"))
    weights = window.document.project.links[0].weights
    window.selection.set(Selected(layers=frozenset({"x", "h1"})))
    window.actions["save_template"].trigger()
    (own,) = window.own_templates.all
    assert own.fragment is not None
    assert [layer.id for layer in own.fragment.layers] == ["x", "h1"]
    window.actions["save_template"].trigger()
    assert [each.name for each in window.own_templates.all] == ["Template 1", "Template 2"]
    window.canvas.acts.add(PaletteItem("own_template", "Template 1"))
    assert len(window.document.project.layers) == 5
    assert weights == window.document.project.links[0].weights


def test_an_own_template_is_deleted_only_if_the_person_means_it(
    window: Studio, answers: Answers
) -> None:
    window.canvas.acts.add(PaletteItem("template", "xor"))
    window.actions["save_template"].trigger()
    answers.removes = False
    window.palette.removal_wanted.emit("Template 1")
    assert len(window.own_templates.all) == 1
    answers.removes = True
    window.palette.removal_wanted.emit("Template 1")
    assert window.own_templates.all == ()
    assert answers.asked == ["remove Template 1", "remove Template 1"]
