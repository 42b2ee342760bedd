package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.PIN;
import static vn.lienthong.node.secret.internal.SecretsUnderTest.granted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class PersonalKeysIT {

    private static final String WRONG = "sai mã 2026";

    private final SecretsUnderTest under;

    PersonalKeysIT(DataSource source) {
        under = new SecretsUnderTest(source);
    }

    private static void hindered(SecretAnswer<?> answer, Hindrance why) {
        assertThat(answer).isInstanceOf(SecretAnswer.Hindered.class);
        assertThat(((SecretAnswer.Hindered<?>) answer).why()).isEqualTo(why);
    }

    @Test
    void unlocksForOneSessionAndSomeMinutes() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller elsewhere = new SecretCaller(clerk.person(), clerk.agency(), "another session", true);
        assertThat(under.keys.state(clerk).phase()).isEqualTo(KeyState.Phase.UNLOCKED);
        assertThat(under.keys.state(clerk).minutesLeft()).isEqualTo(15);
        assertThat(under.keys.state(elsewhere).phase()).isEqualTo(KeyState.Phase.LOCKED);
        under.clock.advance(Duration.ofMinutes(15));
        assertThat(under.keys.state(clerk).phase()).isEqualTo(KeyState.Phase.LOCKED);
        granted(under.keys.unlock(clerk, PIN.toCharArray()));
        under.keys.sessionEnded(clerk.session());
        assertThat(under.unlocked.keys(clerk)).isEmpty();
    }

    @Test
    void wipesThePinItWasGiven() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        char[] pin = PIN.toCharArray();
        granted(under.keys.unlock(clerk, pin));
        assertThat(pin).containsOnly('\0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "12345678", "88888888", "abcdefghij", "aabbaabb", "987654321"})
    void refusesEasyPins(String pin) {
        SecretCaller clerk = under.people.add("easy." + pin, Role.CLERK, Secrecy.SECRET);
        hindered(under.keys.enrol(clerk, pin.toCharArray()), Hindrance.PIN_WEAK);
        assertThat(under.keys.state(clerk).phase()).isEqualTo(KeyState.Phase.NONE);
    }

    @Test
    void needsClearanceAndASecondFactor() {
        SecretCaller uncleared = under.people.add("nobody", Role.CLERK, Secrecy.ORDINARY);
        hindered(under.keys.enrol(uncleared, PIN.toCharArray()), Hindrance.HIDDEN);
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        SecretCaller stale = new SecretCaller(clerk.person(), clerk.agency(), clerk.session(), false);
        hindered(under.keys.unlock(stale, PIN.toCharArray()), Hindrance.STEP_UP);
        hindered(under.keys.enrol(clerk, PIN.toCharArray()), Hindrance.KEYS_EXIST);
    }

    @Test
    void locksOutForGrowingPauses() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        for (int i = 0; i < 4; i++) {
            hindered(under.keys.unlock(clerk, WRONG.toCharArray()), Hindrance.WRONG_PIN);
        }
        hindered(under.keys.unlock(clerk, PIN.toCharArray()), Hindrance.LOCKED_OUT);
        under.clock.advance(Duration.ofSeconds(61));
        hindered(under.keys.unlock(clerk, WRONG.toCharArray()), Hindrance.WRONG_PIN);
        under.clock.advance(Duration.ofSeconds(61));
        hindered(under.keys.unlock(clerk, PIN.toCharArray()), Hindrance.LOCKED_OUT);
        under.clock.advance(Duration.ofSeconds(61));
        granted(under.keys.unlock(clerk, PIN.toCharArray()));
        assertThat(PinRules.pause(100)).isEqualTo(Duration.ofMinutes(2048));
    }

    @Test
    void countsTriesThatAreMadeAtOnce() throws InterruptedException, ExecutionException {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        List<Future<SecretAnswer<KeyState>>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 12; i++) {
                tries.add(threads.submit(() -> under.keys.unlock(clerk, WRONG.toCharArray())));
            }
        }
        int wrong = 0;
        for (Future<SecretAnswer<KeyState>> one : tries) {
            wrong += one.get() instanceof SecretAnswer.Hindered<KeyState>(Hindrance why, String _)
                            && why == Hindrance.WRONG_PIN
                    ? 1
                    : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(4);
    }

    @Test
    void changesThePinAndForgetsTheOldOne() {
        SecretCaller clerk = under.keyed("clerk", Role.CLERK, Secrecy.SECRET);
        granted(under.keys.changePin(clerk, PIN.toCharArray(), "thỏ trắng 77".toCharArray()));
        under.keys.lock(clerk);
        hindered(under.keys.unlock(clerk, PIN.toCharArray()), Hindrance.WRONG_PIN);
        granted(under.keys.unlock(clerk, "thỏ trắng 77".toCharArray()));
    }
}
