package vn.lienthong.node.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;

/** Work and agencies to look at, without anything behind them. Only one agency has the work. */
public class SampleOverviews {

    /** The agency whose work this is. */
    public static final AgencyCode OWNER = new AgencyCode("H37.02");

    private static final Instant NOW = Instant.parse("2026-11-21T01:15:30Z");
    private static final String SUBJECT =
            "Về việc triển khai nhiệm vụ liên thông, gửi nhận văn bản điện tử <giữa> các cơ quan Đảng và Nhà nước";

    @Bean
    DeskBlock sampleBlock() {
        return new SampleBlock();
    }

    @Bean
    @Primary
    DirectoryOverview directorySamples() {
        return new DirectorySamples();
    }

    private static final class SampleBlock implements DeskBlock {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public String title() {
            return "home.arrived";
        }

        @Override
        public String href() {
            return "/directory";
        }

        @Override
        public boolean isFor(Person viewer) {
            return viewer.worksFor(OWNER);
        }

        @Override
        public Content content(Person viewer, Locale language) {
            return new Content(
                    1,
                    List.of(new Row("/directory", "125/TTr-UBND", SUBJECT, "", "", "warning", "home.other.directory")));
        }
    }

    private static final class DirectorySamples implements DirectoryOverview {

        @Override
        public Publication publication() {
            return new Publication(1234, NOW);
        }

        @Override
        public Page<AgencyRow> agencies(String query, PageWish wish) {
            List<AgencyRow> rows = List.of(
                    new AgencyRow(new AgencyCode("A01.02"), "Văn phòng Trung ương Đảng", "nut-tw", true),
                    new AgencyRow(OWNER, "Ủy ban nhân dân tỉnh Thái Nguyên", "nut-thai-nguyen", true),
                    new AgencyRow(new AgencyCode("H07.03"), "Ủy ban nhân dân tỉnh Bắc Kạn", "nut-bac-kan", false));
            List<AgencyRow> found = rows.stream()
                    .filter(row ->
                            row.name().contains(query) || row.code().value().contains(query))
                    .toList();
            return new Page<>(found, null);
        }

        @Override
        public List<NodeRow> nodes() {
            Instant until = NOW.plus(Duration.ofDays(300));
            return List.of(
                    new NodeRow(
                            "nut-tw", "Nút Trung ương", "https://nut.tw.example.vn:8444", true, until, Secrecy.SECRET),
                    new NodeRow("nut-bac-kan", "Nút Bắc Kạn", null, false, null, Secrecy.ORDINARY));
        }
    }
}
