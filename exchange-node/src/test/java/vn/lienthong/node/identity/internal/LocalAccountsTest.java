package vn.lienthong.node.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.FirstAccounts.FirstAccount;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.PasswordFault;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.testing.SettableClock;

class LocalAccountsTest {

    private static final LoginName LOGIN = new LoginName("binh.nt");
    private static final Set<AgencyCode> AGENCIES = Set.of(new AgencyCode("H37.02"));
    private static final NewAccount ACCOUNT = new NewAccount(LOGIN, "Nguyễn Thị Bình", Set.of(Role.CLERK), AGENCIES);
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String ADDRESS = "192.0.2.7";

    private final SettableClock clock = new SettableClock();
    private final InMemoryAccountStore store = new InMemoryAccountStore();
    private final PasswordHashing hashing = new PasswordHashing();
    private final StoredAccounts accounts = new StoredAccounts(store, hashing, new BreachList(""), clock);
    private final PasswordSignIn signIn =
            new PasswordSignIn(store, hashing, new LoginThrottle(new InMemoryAttemptStore(), clock));

    @Test
    void storesArgon2idWithTheAgreedCost() {
        assertThat(accounts.create(ACCOUNT, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        StoredAccount stored = store.find(LOGIN).orElseThrow();
        assertThat(stored.passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(stored.toString()).doesNotContain("argon2id");
    }

    @Test
    void refusesWeakPasswords() {
        assertThat(fault("ngắn")).isEqualTo(PasswordFault.TOO_SHORT);
        assertThat(fault("x".repeat(129))).isEqualTo(PasswordFault.TOO_LONG);
        assertThat(fault("binh.nt-2026-abc")).isEqualTo(PasswordFault.CONTAINS_LOGIN_NAME);
        assertThat(fault("aaaaaaaaaaaaaa")).isEqualTo(PasswordFault.TOO_UNIFORM);
        assertThat(fault("Fktrcfylh!!!!")).isEqualTo(PasswordFault.BREACHED);
        assertThat(store.find(LOGIN)).isEmpty();
    }

    @Test
    void slowsDownWhoTriesOnePasswordOnManyAccounts() {
        for (int victim = 0; victim < LoginThrottle.FAILURES_PER_ADDRESS; victim++) {
            assertThat(signIn.attempt("nguoi" + victim, PASSWORD, ADDRESS)).isInstanceOf(SignIn.Wrong.class);
        }
        assertThat(signIn.attempt("nguoi99", PASSWORD, ADDRESS)).isInstanceOf(SignIn.Throttled.class);
        assertThat(signIn.attempt("nguoi99", PASSWORD, "192.0.2.8")).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void signsInWithTheRightPasswordOnly() {
        assertThat(accounts.create(ACCOUNT, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        assertThat(signIn.attempt(" Binh.NT ", PASSWORD, ADDRESS)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIn.attempt("binh.nt", PASSWORD + "!", ADDRESS)).isInstanceOf(SignIn.Wrong.class);
        assertThat(signIn.attempt("other", PASSWORD, ADDRESS)).isInstanceOf(SignIn.Wrong.class);
        assertThat(signIn.attempt("", "", ADDRESS)).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void letsNobodyInToAClosedAccount() {
        assertThat(accounts.create(ACCOUNT, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        assertThat(accounts.disable(LOGIN)).isTrue();
        assertThat(accounts.disable(LOGIN)).isFalse();
        assertThat(accounts.find(LOGIN)).isEmpty();
        assertThat(signIn.attempt("binh.nt", PASSWORD, ADDRESS)).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void raisesTheVersionWithANewPassword() {
        assertThat(accounts.create(ACCOUNT, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        assertThat(accounts.changePassword(LOGIN, "một mật khẩu khác")).isEmpty();
        assertThat(accounts.find(LOGIN).orElseThrow().version()).isEqualTo(2);
        assertThat(signIn.attempt("binh.nt", PASSWORD, ADDRESS)).isInstanceOf(SignIn.Wrong.class);
        assertThat(signIn.attempt("binh.nt", "một mật khẩu khác", ADDRESS)).isInstanceOf(SignIn.SignedIn.class);
        assertThatThrownBy(() -> accounts.changePassword(new LoginName("nobody"), "một mật khẩu khác"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void createsFirstAccountsExactlyOnce() {
        OnceOnlyFirstAccounts first = new OnceOnlyFirstAccounts(store, accounts, clock);
        List<FirstAccount> created = first.createOnce(EnumSet.of(Role.CLERK, Role.SECURITY_OFFICER), AGENCIES);
        assertThat(created)
                .extracting(account -> account.person().login().value())
                .containsExactly("clerk", "security-officer");
        assertThat(created).allSatisfy(account -> {
            String password = account.password().reveal();
            assertThat(account.toString()).doesNotContain(password);
            assertThat(signIn.attempt(account.person().login().value(), password, ADDRESS))
                    .isInstanceOf(SignIn.SignedIn.class);
        });
        assertThat(first.createOnce(EnumSet.allOf(Role.class), AGENCIES)).isEmpty();
        assertThat(accounts.find(new LoginName("administrator"))).isEmpty();
    }

    private PasswordFault fault(String password) {
        return switch (accounts.create(ACCOUNT, password)) {
            case AccountCreation.PasswordRefused refused -> refused.reason();
            case AccountCreation.Created _, AccountCreation.LoginNameTaken _ -> throw new AssertionError("not refused");
        };
    }
}
