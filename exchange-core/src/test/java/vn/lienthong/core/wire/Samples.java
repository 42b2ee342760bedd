package vn.lienthong.core.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.SortedRecipients;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;

/** Random but reproducible values of the wire. */
public final class Samples {

    private static final Instant TIME = Instant.parse("2026-11-21T08:15:30.123Z");
    private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy ẠẾỖ/\"\\<>&'0123456789.,-—😀漢";

    private final RandomGenerator random;
    private final TimeOrderedIds ids;

    /** Makes a source of values; equal generators give equal values. */
    public Samples(RandomGenerator random) {
        this.random = random;
        this.ids = new TimeOrderedIds(InstantSource.fixed(TIME), random);
    }

    /** Any text, between min and max code points, without leading or trailing surprises. */
    public String text(int min, int max) {
        int[] points = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(min, max + 1);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** Any instant of the next years, with milliseconds. */
    public Instant instant() {
        return TIME.plusMillis(random.nextLong(100_000_000_000L));
    }

    /** Any digest. */
    public Sha256 sha256() {
        return new Sha256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** Any octets. */
    public Octets octets(int min, int max) {
        byte[] octets = new byte[random.nextInt(min, max + 1)];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    /** A code in one of the forms in use. */
    public AgencyCode code() {
        String level = "H%02d".formatted(random.nextInt(1, 64));
        return switch (random.nextInt(4)) {
            case 0 ->
                new AgencyCode("%03d.%02d.%02d.%s"
                        .formatted(random.nextInt(1000), random.nextInt(100), random.nextInt(100), level));
            case 1 -> new AgencyCode(level);
            case 2 -> new AgencyCode(level + ".%02d".formatted(random.nextInt(100)));
            default -> new AgencyCode("W%02d".formatted(random.nextInt(100)));
        };
    }

    /** Any parcel id. */
    public ParcelId parcelId() {
        return ids.nextParcelId();
    }

    /** Any node. */
    public NodeId node() {
        return new NodeId("node-" + random.nextInt(1000));
    }

    /** True with one chance in two. */
    public boolean coin() {
        return random.nextBoolean();
    }

    /** Any constant. */
    public <E extends Enum<E>> E any(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    /** Any header. */
    public ParcelHeader header() {
        List<AgencyCode> codes = new ArrayList<>();
        int count = random.nextInt(1, 20);
        for (int i = 0; i < count; i++) {
            codes.add(code());
        }
        Instant created = instant();
        PayloadDescription payload = new PayloadDescription(
                random.nextLong(1, 1L << 36), sha256(), PayloadDescription.SEGMENT_SIZE, sha256());
        return new ParcelHeader(
                parcelId(),
                new SuiteId("LT-" + random.nextInt(1, 10)),
                code(),
                node(),
                SortedRecipients.of(codes),
                any(Urgency.class),
                created,
                created.plusMillis(random.nextLong(1, 7_000_000_000L)),
                payload);
    }

    /** Any evidence. */
    public Evidence evidence() {
        EvidenceEvent event = any(EvidenceEvent.class);
        return new Evidence(
                new EvidenceId(ids.next()),
                event,
                instant(),
                new EvidenceIssuer(node(), sha256()),
                new EvidenceSubject(parcelId(), code(), recipient(event)),
                new EvidenceDigests(sha256(), sha256(), coin() ? Sha512.of(new byte[] {1}) : null),
                event.isNegative() ? null : any(ClaimLevel.class),
                event.isNegative() ? reasons() : List.of(),
                coin() ? new PreviousEvidence(new EvidenceId(ids.next()), sha256()) : null,
                coin()
                        ? new DirectoryHead(1 + (sha256().first() >>> 20), 1 + (sha256().first() >>> 20), sha256())
                        : null);
    }

    /** Any signed evidence; the signature is noise. */
    public SignedEvidence signedEvidence() {
        return new SignedEvidence(Octets.of(WireFormats.EVIDENCE.encode(evidence())), octets(1, 3000));
    }

    private @Nullable AgencyCode recipient(EvidenceEvent event) {
        return event.stage() == EvidenceEvent.Stage.SUBMISSION && coin() ? null : code();
    }

    private List<EvidenceReason> reasons() {
        List<EvidenceReason> reasons = new ArrayList<>();
        int count = random.nextInt(1, Evidence.MAX_REASONS + 1);
        for (int i = 0; i < count; i++) {
            reasons.add(new EvidenceReason(any(ErrorCode.class), text(0, 80)));
        }
        return reasons;
    }
}
