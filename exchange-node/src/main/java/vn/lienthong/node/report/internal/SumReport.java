package vn.lienthong.node.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import vn.lienthong.node.report.internal.ReportTable.Column;

/** Sums by name, compared with the period before. */
final class SumReport implements Report {
    private final int number;
    private final String slug;
    private final String question;
    private final List<String> figures;
    private final ReportRows rows;
    private final ReportNames names;

    /**
     * Describes the report.
     *
     * @param number in the list of reports
     * @param slug its name
     * @param question selects a name and then the figures
     * @param figures ends of the keys of their headings
     * @param rows asks
     * @param names puts names into words
     */
    SumReport(int number, String slug, String question, List<String> figures, ReportRows rows, ReportNames names) {
        this.number = number;
        this.slug = slug;
        this.question = question;
        this.figures = List.copyOf(figures);
        this.rows = rows;
        this.names = names;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public boolean byUnit() {
        return question.contains(":unit");
    }

    @Override
    public ReportTable draw(ReportScope scope, ReportPeriod period, Locale language) {
        List<Column> headings = new ArrayList<>();
        headings.add(Column.text("report." + slug + ".name", 70));
        figures.forEach(figure -> headings.add(Column.figure("report.figure." + figure)));
        return new Figures(figures.size(), named(scope, period, language), named(scope, period.before(), language))
                .table(headings);
    }

    private SequencedMap<String, long[]> named(ReportScope scope, ReportPeriod period, Locale language) {
        SequencedMap<String, long[]> named = new LinkedHashMap<>();
        rows.sums(question, figures.size(), scope, period)
                .forEach((name, sums) -> named.put(names.of(slug, name, language), sums));
        return named;
    }
}
