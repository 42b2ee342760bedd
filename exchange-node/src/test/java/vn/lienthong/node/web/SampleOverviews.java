package vn.lienthong.node.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.ArrivedOverview.ArrivedDocument;
import vn.lienthong.node.web.ArrivedOverview.ArrivedRow;
import vn.lienthong.node.web.ArrivedOverview.Verdict;
import vn.lienthong.node.web.ArrivedOverview.Verification;
import vn.lienthong.node.web.DocumentFacts.FileFacts;
import vn.lienthong.node.web.SentOverview.FullJourney;
import vn.lienthong.node.web.SentOverview.Journey;
import vn.lienthong.node.web.SentOverview.ReceiptStanding;
import vn.lienthong.node.web.SentOverview.SentDocument;
import vn.lienthong.node.web.SentOverview.SentRow;
import vn.lienthong.node.web.SentOverview.Step;

/** Documents and agencies to look at, without anything behind them. Only one agency may see the documents. */
public class SampleOverviews {

    /** The agency whose documents these are. */
    public static final AgencyCode OWNER = new AgencyCode("H37.02");
    /** The sent document. */
    public static final UUID SENT = UUID.fromString("0193ab00-0000-7000-8000-000000000001");
    /** The arrived document. */
    public static final long ARRIVED = 7;

    private static final Instant NOW = Instant.parse("2026-11-21T01:15:30Z");
    private static final String SUBJECT =
            "Về việc triển khai nhiệm vụ liên thông, gửi nhận văn bản điện tử <giữa> các cơ quan Đảng và Nhà nước";

    @Bean
    @Primary
    SentOverview sentSamples() {
        return new SentSamples();
    }

    @Bean
    @Primary
    ArrivedOverview arrivedSamples() {
        return new ArrivedSamples();
    }

    @Bean
    @Primary
    DirectoryOverview directorySamples() {
        return new DirectorySamples();
    }

    private static DocumentFacts facts() {
        List<FileFacts> files = List.of(
                new FileFacts(1, "Tờ trình 125 (ký số).pdf", 4_234_567, "ab12".repeat(32)),
                new FileFacts(2, "Phụ lục I – Danh sách đơn vị thực hiện.xlsx", 34_567, "cd34".repeat(32)));
        LocalDate date = LocalDate.of(2026, 11, 20);
        return new DocumentFacts("125/TTr-UBND", "Tờ trình", SUBJECT, date, "Nguyễn Văn An, Chủ tịch", 3, files);
    }

    private static Journey journey(String code, String name, JourneyState state) {
        String reason = state == JourneyState.REFUSED ? "Gửi nhầm nơi nhận" : null;
        return new Journey(new AgencyCode(code), name, state, NOW.plusSeconds(40), reason);
    }

    private static Download text(String name) {
        byte[] content = "nội dung".getBytes(StandardCharsets.UTF_8);
        return new Download(name, "text/html", content.length, out -> out.write(content));
    }

    private static final class SentSamples implements SentOverview {

        private final List<Journey> journeys = List.of(
                journey("A01.02", "Văn phòng Trung ương Đảng", JourneyState.HANDED_OVER),
                journey("G22", "Bộ Khoa học và Công nghệ", JourneyState.CONSIGNED),
                journey("H28.01", "Ủy ban nhân dân xã Yên Bình", JourneyState.REFUSED),
                journey("I01", "Tòa án nhân dân tối cao", JourneyState.QUEUED));

        @Override
        public Page<SentRow> sent(Person viewer, PageWish wish) {
            if (!viewer.worksFor(OWNER)) {
                return Page.empty();
            }
            SentRow row = new SentRow(SENT, NOW, "125/TTr-UBND", SUBJECT, journeys.subList(0, 3), 34);
            SentRow other = new SentRow(SENT, NOW, "04-CV/TU", null, journeys.subList(0, 1), 1);
            return new Page<>(List.of(row, other), wish.token() == null ? "next_1" : null);
        }

        @Override
        public Optional<SentDocument> document(Person viewer, UUID id) {
            List<FullJourney> full = journeys.stream().map(SentSamples::full).toList();
            return Optional.of(new SentDocument(id, NOW, "UBND tỉnh Thái Nguyên (H37.02)", facts(), full))
                    .filter(_ -> viewer.worksFor(OWNER) && id.equals(SENT));
        }

        @Override
        public Optional<Download> receipt(Person viewer, UUID id, String recipient) {
            return Optional.empty();
        }

        @Override
        public Optional<Download> evidence(Person viewer, UUID id) {
            return Optional.of(text("Biên nhận 125.zip")).filter(_ -> viewer.worksFor(OWNER));
        }

        private static FullJourney full(Journey journey) {
            List<Step> steps = List.of(
                    new Step(JourneyState.QUEUED, NOW),
                    new Step(JourneyState.IN_TRANSIT, NOW.plusSeconds(60)),
                    new Step(journey.state(), NOW.plusSeconds(120)));
            return new FullJourney(journey, steps, new ReceiptStanding(3, steps.size() > 1 ? 3 : 2, 2));
        }
    }

    private static final class ArrivedSamples implements ArrivedOverview {

        @Override
        public Page<ArrivedRow> arrived(Person viewer, PageWish wish) {
            if (!viewer.worksFor(OWNER)) {
                return Page.empty();
            }
            ArrivedRow open = new ArrivedRow(
                    ARRIVED, NOW, "Văn phòng Chính phủ", "8912/VPCP-KSTT", SUBJECT, ArrivalState.WAITING);
            ArrivedRow sealed = new ArrivedRow(8, NOW, "Tỉnh ủy Thái Nguyên", null, null, ArrivalState.TAKEN);
            return new Page<>(List.of(open, sealed), null);
        }

        @Override
        public Optional<ArrivedDocument> document(Person viewer, long id) {
            Verification verification = new Verification(
                    Verdict.VALID,
                    "Ký bởi Văn phòng Chính phủ lúc 07:55 21/11/2026; tệp không bị sửa sau khi ký.",
                    List.of("Chữ ký ECDSA P-256: hợp lệ.", "Chữ ký ML-DSA-65: hợp lệ."));
            return Optional.of(new ArrivedDocument(
                            id, NOW, "Văn phòng Chính phủ (G22)", ArrivalState.WAITING, facts(), verification))
                    .filter(_ -> viewer.worksFor(OWNER) && id == ARRIVED);
        }

        @Override
        public Optional<Download> file(Person viewer, long id, int number) {
            return Optional.of(text("Tờ trình \"125\".pdf")).filter(_ -> viewer.worksFor(OWNER) && number == 1);
        }

        @Override
        public Optional<Download> signedPackage(Person viewer, long id) {
            return Optional.of(text("goi.asice")).filter(_ -> viewer.worksFor(OWNER));
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
                    new NodeRow("nut-tw", "Nút Trung ương", "https://nut.tw.example.vn:8444", true, until),
                    new NodeRow("nut-bac-kan", "Nút Bắc Kạn", null, false, null));
        }
    }
}
