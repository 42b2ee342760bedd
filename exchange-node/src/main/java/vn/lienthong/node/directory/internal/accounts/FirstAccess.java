package vn.lienthong.node.directory.internal.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;

/**
 * Makes the first key and the first account of an agency, or of the directory's administration, and the security officer and the
 * administrator of the installation, and hands them over in the file that was asked for. Without such a file nothing is made.
 *
 * <p>Guarantees: once per agency in the life of an installation; no password or key is set before it is in the file.
 */
public final class FirstAccess {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccess.class);
    private static final Duration KEY_VALIDITY = Duration.ofDays(365);
    private static final String DIRECTORY = "directory";
    // No agency has a code in lower case.
    private static final String WATCHERS = "watchers";
    // Nobody's code: a key belongs to an agency, and the directory's administrators speak for none.
    private static final AgencyCode ADMINISTRATION = new AgencyCode("DIRECTORY");
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD = 20;
    private static final int LONGEST_NAME = 100;

    private final Optional<Path> file;
    private final Optional<String> leading;
    private final boolean tryingOut;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final ApiKeys keys;
    private final FirstTimes firstTimes;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * What is wanted.
     *
     * @param file that receives all of it; nothing is made without it
     * @param leading code of the agency that gets a leader's account besides
     * @param tryingOut whether the keys are for trying out only
     */
    public record Wanted(Optional<Path> file, Optional<String> leading, boolean tryingOut) {}

    /** Writes to the file, if there is one. */
    public FirstAccess(
            Wanted wanted,
            Accounts accounts,
            SecondFactors factors,
            ApiKeys keys,
            FirstTimes firstTimes,
            SecureRandom random,
            InstantSource clock) {
        this.file = wanted.file();
        this.leading = wanted.leading();
        this.tryingOut = wanted.tryingOut();
        this.accounts = accounts;
        this.factors = factors;
        this.keys = keys;
        this.firstTimes = firstTimes;
        this.random = random;
        this.clock = clock;
    }

    /** One key with which the directory is administered, and one operator. */
    public void forDirectory() {
        Wish wish = new Wish(
                DIRECTORY, null, Set.of(ApiScope.DIRECTORY_ADMIN), Role.OPERATOR, "Vận hành danh mục trung tâm");
        // The key first: whoever waits for the file goes on with it as soon as the file is there.
        file.ifPresent(path -> once(path, wish));
        file.ifPresent(this::watchers);
    }

    /** One key and one clerk for an agency that is served here. */
    public void forAgency(AgencyCode code, String name) {
        String shown = "Văn thư " + name;
        Wish wish = new Wish(
                code.value(),
                code,
                Set.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK),
                Role.CLERK,
                shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown);
        // The key first: whoever waits for the file goes on with it as soon as the file is there.
        file.ifPresent(path -> once(path, wish));
        file.filter(_ -> leading.filter(code.value()::equals).isPresent()).ifPresent(path -> leader(path, code, name));
        file.ifPresent(this::watchers);
    }

    private void leader(Path path, AgencyCode code, String name) {
        String shown = "Lãnh đạo " + name;
        firstTimes.once("leader." + code.value(), () -> {
            AccountsFile.User leader = user(new Wish(
                    code.value(),
                    code,
                    Set.of(),
                    Role.LEADER,
                    shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown));
            write(() -> new AccountsFile(path).add(List.of(leader)));
            LOG.info("first account of a leader of {} is in {}", code, path);
        });
    }

    /** The security officer and the administrator of the installation, each with a second factor. */
    private void watchers(Path path) {
        firstTimes.once(WATCHERS, () -> {
            List<AccountsFile.User> people = List.of(
                    watcher(Role.SECURITY_OFFICER, "Cán bộ an toàn thông tin"),
                    watcher(Role.ADMINISTRATOR, "Quản trị"));
            write(() -> new AccountsFile(path).add(people));
            LOG.info("first accounts of security officer and administrator are in {}", path);
        });
    }

    private AccountsFile.User watcher(Role role, String displayName) {
        LoginName login = new LoginName(role.slug());
        String password = password();
        create(new NewAccount(login, displayName, Set.of(role), Set.of()), password);
        String secret = factors.handOut(login).reveal();
        return new AccountsFile.User(login.value(), password, List.of(role.name()), null, secret);
    }

    private record Wish(
            String subject, @Nullable AgencyCode agency, Set<ApiScope> scopes, Role role, String displayName) {}

    private void once(Path path, Wish wish) {
        firstTimes.once(wish.subject(), () -> {
            write(() -> new AccountsFile(path).add(key(wish), user(wish)));
            LOG.info("first account and key for {} are in {}", wish.subject(), path);
        });
    }

    /** Writing a file. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccountsFile.Key key(Wish wish) {
        AgencyCode agency = wish.agency() == null ? ADMINISTRATION : wish.agency();
        IssuedApiKey issued = keys.issue(new NewApiKey(
                agency, "first key", wish.scopes(), clock.instant().plus(KEY_VALIDITY), bounds(wish)));
        return new AccountsFile.Key(
                wish.agency() == null ? null : wish.agency().value(),
                wish.scopes().stream().map(Enum::name).sorted().toList(),
                issued.token().reveal());
    }

    private ApiKeyBounds bounds(Wish wish) {
        return tryingOut && wish.agency() != null
                ? new ApiKeyBounds(ApiKeyKind.TEST, List.of(), null)
                : ApiKeyBounds.live();
    }

    private AccountsFile.User user(Wish wish) {
        String password = password();
        LoginName login =
                new LoginName(wish.role().slug() + "." + wish.subject().toLowerCase(Locale.ROOT));
        Set<AgencyCode> agencies = wish.agency() == null ? Set.of() : Set.of(wish.agency());
        create(new NewAccount(login, wish.displayName(), Set.of(wish.role()), agencies), password);
        return new AccountsFile.User(
                login.value(),
                password,
                List.of(wish.role().name()),
                wish.agency() == null ? null : wish.agency().value(),
                null);
    }

    private void create(NewAccount account, String password) {
        AccountCreation created = accounts.create(account, password);
        if (!(created instanceof AccountCreation.Created)) {
            throw new IllegalStateException("the first account cannot be made: " + created);
        }
    }

    private String password() {
        return IntStream.range(0, PASSWORD)
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }
}
