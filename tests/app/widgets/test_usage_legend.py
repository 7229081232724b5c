from pytestqt.qtbot import QtBot

from app.state.audit_chart import Bar, Group
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.usage_chart import UsageChart
from app.widgets.usage_legend import UsageLegend


def test_the_legend_gives_way_to_the_bar_pointed_at(qtbot: QtBot, theme: Theme) -> None:
    chart = UsageChart(theme)
    legend = UsageLegend(chart, theme)
    for widget in (chart, legend):
        qtbot.addWidget(widget)
    chart.show_bars((Bar(0, 1, "24/11/2026", (2, 0, 0, 0, 0)),), weekly=False)
    texts = [label.text() for label in legend.widget(0).findChildren(Label)]
    assert len([text for text in texts if text]) == len(Group)
    chart.point(0)
    assert legend.currentIndex() == 1
    assert legend.words.text() == "24/11/2026: questions 2"
    chart.point(-1)
    assert legend.currentIndex() == 0
