package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    @TempDir
    private Path trial = Path.of("");

    @Test
    void findsTheSamePlanAtASecondStart() throws Exception {
        Endpoints first = SitePlan.in(trial, Cast.demonstration());

        assertThat(SitePlan.in(trial, Cast.demonstration())).isEqualTo(first);
        assertThat(first.nodes())
                .extracting(Endpoints.Installation::agency)
                .containsExactly("H99.07", "A45.01", "I07.03");
    }

    @Test
    void givesEveryDoorItsOwnLoopbackPort() throws Exception {
        Endpoints plan = SitePlan.in(trial, Cast.demonstration());

        Set<Integer> ports = new HashSet<>();
        Stream.concat(Stream.of(plan.directory()), plan.nodes().stream())
                .flatMap(one -> Stream.of(one.baseUrl(), one.exchangeUrl()))
                .forEach(url -> {
                    assertThat(url.getHost()).isEqualTo("127.0.0.1");
                    ports.add(url.getPort());
                });
        assertThat(ports).hasSize(8);
    }

    @Test
    void keepsKeysAndLoginsInAFileOfTheOwner() throws Exception {
        Endpoints plan = SitePlan.in(trial, Cast.demonstration());
        Endpoints.User clerk = new Endpoints.User("clerk", "p", List.of("CLERK"), null);
        Endpoints full = new Endpoints(
                plan.directory().with("ltk_d", List.of()),
                List.of(plan.nodes().getFirst().with("ltk_n", List.of(clerk))));

        full.write(trial);

        assertThat(Endpoints.read(trial)).isEqualTo(full);
        Path file = trial.resolve(Endpoints.FILE_NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("\"caCertificate\"", "\"baseUrl\"", "\"apiKey\"", "\"agencyCodes\"");
    }

    @Test
    void refusesABrokenFileWithoutRepeatingIt() throws Exception {
        Files.writeString(trial.resolve(Endpoints.FILE_NAME), "{\"v\":1,\"directory\":{\"apiKey\":\"ltk_secret");

        assertThatThrownBy(() -> Endpoints.read(trial))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("ltk_secret");
    }

    @Test
    void printsNeitherKeysNorPasswords() {
        Endpoints.User clerk = new Endpoints.User("clerk", "hidden", List.of(), null);

        assertThat(clerk.toString()).doesNotContain("hidden");
    }

    @Test
    void readsFirstAccountsOnlyWhenComplete() throws Exception {
        Path file = trial.resolve("accounts.json");
        assertThat(FirstAccounts.read(file)).isEmpty();
        Files.writeString(file, "{\"apiKeys\":[{\"agency\":\"H99.07\",\"scop");
        assertThat(FirstAccounts.read(file)).isEmpty();
        Files.writeString(file, """
            {"apiKeys":[{"agency":"H99.07","scopes":["SUBMIT","TRACK"],"key":"ltk_1"}],
             "users":[{"login":"clerk","password":"p","roles":["CLERK"],"agency":"H99.07"}]}\
            """);

        FirstAccounts accounts = FirstAccounts.read(file).orElseThrow();

        assertThat(accounts.keyFor("SUBMIT", "H99.07")).contains("ltk_1");
        assertThat(accounts.keyFor("SUBMIT", "A45.01")).isEmpty();
        assertThat(accounts.keyFor("DIRECTORY_ADMIN", null)).isEmpty();
        assertThat(accounts.logins()).containsExactly(new Endpoints.User("clerk", "p", List.of("CLERK"), null));
    }
}
