package vn.lienthong.node.report.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.report.internal.ReportTable.Column;
import vn.lienthong.node.web.PageAccess;

/** The reports, and who may open them. Numbers are those of the list in the specification. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    private static final String ARRIVED =
            " from report_incoming where agency = :agency and arrived_at >= :begin and arrived_at < :end"
                    + " and (:unit = '' or lead_name = :unit)";

    /** Cancelled numbers, and what is missing between two numbers that follow one another. */
    private static final String LOST_NUMBERS = "select what, book_name, series, number_text, on_day, reason from"
        + " (select 'cancelled' what, book_name, series, number, convert(concat(number, suffix) using utf8mb4) collate"
        + " utf8mb4_bin number_text, entered_on on_day, cancel_reason reason from report_number where agency = :agency"
        + " and cancelled_at is not null union all select 'missing', book_name, series, number, convert(concat_ws(' –"
        + " ', before_it + 1, if(number - before_it > 2, number - 1, null)) using utf8mb4) collate utf8mb4_bin,"
        + " entered_on, '' from (select book_name, series, number, entered_on, lag(number) over (partition by book_id,"
        + " series order by number) before_it from report_number where agency = :agency) gaps where number - before_it"
        + " > 1) lost where on_day between :from and :until order by book_name, series, number";

    @Bean
    PageAccess reportAccess() {
        return rules -> rules.requestMatchers("/reports/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }

    @Bean
    Report handlingReport(ReportRows rows, ReportNames names) {
        return new SumReport(
                4,
                "handling",
                "select lead_name, count(*), sum(done_at is not null and (due_on is null or done_on <= due_on)),"
                        + " sum(done_at is not null and done_on > due_on),"
                        + " sum(done_at is null and (due_on is null or :today <= due_on)),"
                        + " sum(done_at is null and :today > due_on)" + ARRIVED
                        + " and state not in ('REFUSED', 'TAKEN_BY_SYSTEM', 'RECALLED') group by lead_name"
                        + " order by lead_name limit 1000",
                List.of("documents", "done-in-time", "done-late", "open-in-time", "open-late"),
                rows,
                names);
    }

    @Bean
    Report issuedReport(ReportRows rows, ReportNames names) {
        return new SumReport(
                5,
                "issued",
                "select type_name, count(*), sum(document is not null), sum(urgency > 0), sum(cancelled_at is not"
                    + " null) from report_number where agency = :agency and kind = 'OUTGOING' and entered_on between"
                    + " :from and :until group by type_name order by type_name limit 1000",
                List.of("issued", "electronic", "urgent", "cancelled"),
                rows,
                names);
    }

    @Bean
    Report fileReport(ReportRows rows, ReportNames names) {
        return new ListReport(
                6,
                "file",
                "select file_code, arrival_number, concat_ws('/', nullif(code_number, ''), nullif(code_notation, '')),"
                        + " issued_on, concat_ws(' ', nullif(type_name, ''), subject), sender_name, page_count"
                        + ARRIVED
                        + " and file_code <> '' order by file_code, arrival_on, id",
                List.of(
                        Column.text("report.column.file", 25),
                        Column.text("report.column.arrival-number", 18),
                        Column.text("report.column.code", 35),
                        Column.text("report.column.issued-on", 22),
                        Column.text("report.column.subject", 85),
                        Column.text("report.column.author", 45),
                        Column.text("report.column.pages", 14)),
                rows,
                names);
    }

    @Bean
    Report refusalReport(ReportRows rows, ReportNames names) {
        return new SumReport(
                9,
                "refusals",
                "select reason, sum(recipient_code = :agency), sum(sender_code = :agency) from report_refusal"
                        + " where (recipient_code = :agency or sender_code = :agency)"
                        + " and status_at >= :begin and status_at < :end group by reason order by reason limit 1000",
                List.of("refused-here", "refused-there"),
                rows,
                names);
    }

    @Bean
    Report recallReport(ReportRows rows, ReportNames names) {
        return new SumReport(
                10,
                "recalls",
                "select kind, sum(sender_code = :agency), sum(recipient_code = :agency) from report_act"
                        + " where (recipient_code = :agency or sender_code = :agency)"
                        + " and stated_at >= :begin and stated_at < :end group by kind order by kind limit 100",
                List.of("acts-sent", "acts-received"),
                rows,
                names);
    }

    @Bean
    Report numberReport(ReportRows rows, ReportNames names) {
        return new ListReport(
                16,
                "numbers",
                LOST_NUMBERS,
                List.of(
                        Column.text("report.column.what", 25),
                        Column.text("report.column.book", 60),
                        Column.text("report.column.series", 30),
                        Column.text("report.column.number", 30),
                        Column.text("report.column.on", 25),
                        Column.text("report.column.reason", 80)),
                rows,
                names);
    }
}
