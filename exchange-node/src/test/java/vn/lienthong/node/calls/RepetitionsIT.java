package vn.lienthong.node.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.calls.Repetitions.Answer;
import vn.lienthong.node.calls.Repetitions.Known;
import vn.lienthong.node.calls.Repetitions.Name;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class RepetitionsIT {
    private static final Sha256 BODY = digest("body");

    private final Repetitions repetitions;
    private final DayVolume volume;

    @Autowired
    RepetitionsIT(Repetitions repetitions, DayVolume volume) {
        this.repetitions = repetitions;
        this.volume = volume;
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Name name(String key) {
        return new Name("H64.10", "POST /api/v1/thing", digest(key));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        Name name = name("first");
        assertThat(repetitions.begin(name, BODY)).isInstanceOf(Known.New.class);
        assertThat(repetitions.begin(name, BODY)).isInstanceOf(Known.Running.class);
        repetitions.end(name, new Answer(201, "application/json", "/api/v1/thing/1", new byte[] {1, 2}));
        assertThat(repetitions.begin(name, digest("other"))).isInstanceOf(Known.Other.class);
        Answer answer = ((Known.Answered) repetitions.begin(name, BODY)).answer();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.location()).isEqualTo("/api/v1/thing/1");
        assertThat(answer.body()).containsExactly(1, 2);
    }

    @Test
    void keepsAgenciesAndOperationsApart() {
        assertThat(repetitions.begin(name("apart"), BODY)).isInstanceOf(Known.New.class);
        assertThat(repetitions.begin(new Name("H64.11", "POST /api/v1/thing", digest("apart")), BODY))
                .isInstanceOf(Known.New.class);
        assertThat(repetitions.begin(new Name("H64.10", "POST /api/v1/other", digest("apart")), BODY))
                .isInstanceOf(Known.New.class);
    }

    @Test
    void forgetsWhatWasRefused() {
        Name name = name("refused");
        assertThat(repetitions.begin(name, BODY)).isInstanceOf(Known.New.class);
        repetitions.forget(name);
        assertThat(repetitions.begin(name, digest("mended"))).isInstanceOf(Known.New.class);
    }

    @Test
    void letsOneOfManyCarryARequestOut() throws InterruptedException, ExecutionException {
        List<Callable<Known>> turns = new ArrayList<>();
        for (int turn = 0; turn < 6; turn++) {
            turns.add(() -> repetitions.begin(name("race"), BODY));
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            int fresh = 0;
            for (Future<Known> known : all.invokeAll(turns)) {
                fresh += known.get() instanceof Known.New ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        }
    }

    @Test
    void addsUpWhatADayBrings() {
        AgencyCode agency = new AgencyCode("H64.12");
        assertThat(volume.used(agency)).isZero();
        volume.add(agency, 40);
        volume.add(agency, 2);
        assertThat(volume.used(agency)).isEqualTo(42);
        assertThat(volume.rest()).isPositive();
    }
}
