package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.Installation;

/** Somebody of every role at one node, somebody with all roles for documents at another agency, and somebody who has not signed in. */
final class Visitors {

    private static final Map<Role, String> NAMES = Map.of(
            Role.LEADER, "Vũ Thị Lãnh",
            Role.OFFICER, "Bùi Văn Chuyên",
            Role.SECURITY_OFFICER, "Lê Văn An",
            Role.OPERATOR, "Ngô Thị Vận",
            Role.ADMINISTRATOR, "Đặng Văn Quản");

    private final TwoNodes nodes;
    private final Installation node;
    private final Map<Role, Browser> roles = new EnumMap<>(Role.class);
    private final Map<Browser, String> tokens = new HashMap<>();
    private final Browser foreign;
    private final Browser anonymous;
    private final String key;

    Visitors(TwoNodes nodes, Installation node, AgencyCode own, AgencyCode other, Map<Role, LoginName> known) {
        this.nodes = nodes;
        this.node = node;
        for (Role role : Role.values()) {
            String name = "right." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            LoginName login = known.containsKey(role) ? known.get(role) : account(role, name, own);
            roles.put(role, signedIn(role, login));
        }
        this.foreign = signedIn(
                Role.CLERK,
                TwoNodes.person(
                        node, "right.foreign", "Người Ngoài", Set.of(Role.CLERK, Role.LEADER, Role.OFFICER), other));
        this.anonymous = nodes.browser(node);
        tokens.put(anonymous, anonymous.token("/sign-in"));
        NewApiKey wish = new NewApiKey(
                other,
                "foreign",
                Set.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK),
                nodes.clock().instant().plus(Duration.ofDays(1)));
        this.key = node.get(ApiKeys.class).issue(wish).token().reveal();
    }

    private LoginName account(Role role, String name, AgencyCode agency) {
        return TwoNodes.person(node, name, NAMES.getOrDefault(role, "Người Khác"), Set.of(role), agency);
    }

    private Browser signedIn(Role role, LoginName login) {
        Browser browser = nodes.browser(node);
        if (role.needsSecondFactor()) {
            Authenticator phone = new Authenticator(
                    node.get(SecondFactors.class).handOut(login).reveal());
            assertThat(browser.signIn(login.value(), TwoNodes.PASSWORD).statusCode())
                    .isEqualTo(302);
            String code = phone.code(nodes.clock().instant());
            assertThat(browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", code))
                            .statusCode())
                    .isEqualTo(302);
        } else {
            assertThat(browser.signIn(login.value(), TwoNodes.PASSWORD).statusCode())
                    .isEqualTo(302);
        }
        tokens.put(browser, browser.token("/account"));
        return browser;
    }

    Browser anonymous() {
        return anonymous;
    }

    Browser role(Role role) {
        return Optional.ofNullable(roles.get(role)).orElseThrow();
    }

    Browser foreign() {
        return foreign;
    }

    /** A key of the other agency, good for all it may be good for. */
    String key() {
        return key;
    }

    /** The one-time token of a visitor's forms. */
    String token(Browser visitor) {
        return tokens.getOrDefault(visitor, "");
    }
}
