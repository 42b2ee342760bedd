package vn.lienthong.node.timestamp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.timestamp.TimestampClient;
import vn.lienthong.crypto.timestamp.TimestampTransport;
import vn.lienthong.crypto.timestamp.TimestampTrust;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampAnswer.Away;

class BoundedTimestampSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Digest IMPRINT = Digest.sha256(new byte[1]);
    private static final TimestampTrust TRUST = TimestampTrust.anyPolicy(
            new TrustAnchor(CertificateAuthority.createRoot(new X500Principal("CN=test"), Duration.ofDays(1), () -> NOW)
                    .certificate()));

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void saysThatAnAuthorityWhichCannotBeReachedIsAway() {
        assertThat(ask(_ -> {
                    throw new IOException("no way");
                }))
                .isEqualTo(new Away("cannot be asked"));
    }

    @Test
    void takesNonsenseForNoAnswer() {
        assertThat(ask(_ -> new byte[] {0x30, 0x03, 1, 2, 3})).isEqualTo(new Away("refused: MALFORMED"));
    }

    @Test
    void survivesATransportThatFailsInAnUnexpectedWay() {
        assertThat(ask(_ -> {
                    throw new IllegalStateException("a defect");
                }))
                .isEqualTo(new Away("the question failed"));
    }

    @Test
    void waitsNoLongerThanAllowedAndAsksFewAtATime() {
        try (BoundedTimestampSource source = source(this::hang)) {
            List<CompletableFuture<TimestampAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(source.stamp(IMPRINT));
            }
            assertThat(source.stamp(IMPRINT).join()).isEqualTo(new Away("too many questions at a time"));
            answers.forEach(answer -> assertThat(answer.join()).isEqualTo(new Away("no answer in time")));
        }
        assertThat(ended).isTrue();
    }

    private TimestampAnswer ask(TimestampTransport transport) {
        try (BoundedTimestampSource source = source(transport)) {
            return source.stamp(IMPRINT).join();
        }
    }

    private BoundedTimestampSource source(TimestampTransport transport) {
        TimestampClient client = new TimestampClient(transport, TRUST, Duration.ofMinutes(1), () -> NOW);
        return new BoundedTimestampSource(client, Duration.ofMillis(500), Optional.empty(), () -> ended.set(true));
    }

    private byte[] hang(byte[] request) throws IOException {
        try {
            never.await();
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
