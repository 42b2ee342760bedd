package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.crypto.timestamp.TimestampToken;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.log.LogTimestamps.Stamped;
import vn.lienthong.node.log.LogTimestamps.StampedProof;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampSource;

@ExtendWith(DatabaseExtension.class)
class CheckpointStampingIT {

    @TempDir
    private Path folder = Path.of("unset");

    private final AtomicBoolean away = new AtomicBoolean(true);

    @Test
    void completesTimestampsWhenTheAuthorityIsBack(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            OwnLog log = world.log(folder);
            world.start(log);
            world.append("one", 5);
            world.awaitProven(5);
            CheckpointStamping stamping = stamping(world, log);
            LogPosition first = new LogPosition(LogName.EVENTS, 0);
            stamping.stamp(LogName.EVENTS);
            assertThat(stamping.covering(first)).isEmpty();

            away.set(false);
            stamping.stamp(LogName.EVENTS);
            Stamped stamped = stamping.covering(first).orElseThrow();
            assertThat(stamped.size()).isEqualTo(5);
            assertThat(stamped.token().toByteArray())
                    .asString()
                    .isEqualTo(imprint(stamped.note().toByteArray()));
            world.append("two", 1);
            world.awaitProven(6);
            assertThat(stamping.covering(new LogPosition(LogName.EVENTS, 5))).isEmpty();
            stamping.stamp(LogName.EVENTS);
            assertThat(stamping.covering(new LogPosition(LogName.EVENTS, 5)))
                    .map(Stamped::size)
                    .hasValue(6L);
            assertThat(stamping.covering(first)).hasValue(stamped);
            StampedProof proof = stamping.proof(log.origin(), 2).orElseThrow();
            LogReceipt receipt = LogReceipt.parse(proof.logProof().toByteArray());
            assertThat(receipt.proof().index()).isEqualTo(2);
            assertThat(receipt.note().encode()).isEqualTo(stamped.note().toByteArray());
            assertThat(proof.token()).isEqualTo(stamped.token());
            assertThat(stamping.proof("lienthong.vn/another", 2)).isEmpty();
        }
    }

    private CheckpointStamping stamping(LogWorld world, OwnLog log) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", (TimestampSource) this::answer);
        return new CheckpointStamping(
                beans.getBeanProvider(TimestampSource.class),
                world.tables,
                new OwnLogs(List.of(log), Set.of(), List.of(), WitnessKeys.generate("lienthong.vn/test/witness")),
                InstantSource.system());
    }

    private CompletableFuture<TimestampAnswer> answer(Digest imprint) {
        return CompletableFuture.completedFuture(
                away.get()
                        ? new TimestampAnswer.Away("test")
                        : new TimestampAnswer.Stamped(new TimestampToken(
                                imprint.toHex().getBytes(StandardCharsets.US_ASCII),
                                InstantSource.system().instant(),
                                BigInteger.ONE,
                                imprint,
                                "1.2.3")));
    }

    private static String imprint(byte[] note) {
        return Digest.sha256(note).toHex();
    }
}
