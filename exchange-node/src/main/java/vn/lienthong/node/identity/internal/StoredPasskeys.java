package vn.lienthong.node.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.PasskeyChallenge;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Person;

/** Passkeys in the database. */
@Service
class StoredPasskeys implements Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPasskeys.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER = 16_384;
    private static final int LONGEST_NAME = 60;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};

    private final PasskeyTable table;
    private final PasskeyCeremonies ceremonies;
    private final SecondFactorTable factors;
    private final PasskeyThrottle throttle;
    private final AccountEvents events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    StoredPasskeys(
            PasskeyTable table,
            PasskeyCeremonies ceremonies,
            SecondFactorTable factors,
            PasskeyThrottle throttle,
            AccountEvents events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.table = table;
        this.ceremonies = ceremonies;
        this.factors = factors;
        this.throttle = throttle;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<PasskeyFacts> of(LoginName login) {
        return table.of(login);
    }

    @Override
    public boolean active(LoginName login) {
        return table.number(login) > 0;
    }

    @Override
    public Begun beginAdding(Person person, Site site) {
        PublicKeyCredentialCreationOptions options = ceremonies
                .at(site, UserVerificationRequirement.PREFERRED)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(named(person.login())));
        return new Begun(
                new PasskeyChallenge(options, person.login().value(), clock.instant()),
                json.writeValueAsString(options));
    }

    private static Authentication named(LoginName login) {
        return UsernamePasswordAuthenticationToken.authenticated(login.value(), null, List.of());
    }

    @Override
    public Adding add(PasskeyChallenge challenge, String answer, String name, Site site) {
        if (challenge.login() == null
                || !(challenge.options() instanceof PublicKeyCredentialCreationOptions options)
                || !takes(challenge, answer)) {
            return Adding.REFUSED;
        }
        LoginName login = new LoginName(challenge.login());
        try {
            RelyingPartyPublicKey key = new RelyingPartyPublicKey(json.readValue(answer, ATTESTATION), label(name));
            return transactions.execute(_ -> add(login, options, key, site));
        } catch (RuntimeException hostile) {
            // Whatever an answer makes the parsers throw, it is an answer that does not hold.
            LOG.debug("a passkey was not added: {}", hostile.getClass().getName());
            return Adding.REFUSED;
        }
    }

    private Adding add(
            LoginName login, PublicKeyCredentialCreationOptions options, RelyingPartyPublicKey key, Site site) {
        table.lock(login);
        if (table.number(login) >= MOST) {
            return Adding.TOO_MANY;
        }
        var _ = ceremonies
                .at(site, UserVerificationRequirement.PREFERRED)
                .registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, key));
        events.tell(new AccountEvent.PasskeyAdded(login));
        return Adding.ADDED;
    }

    private static String label(String name) {
        String shown = name.strip().replaceAll("\\p{Cntrl}", " ");
        return shown.isEmpty() ? "–" : shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }

    private boolean takes(PasskeyChallenge challenge, String answer) {
        Instant now = clock.instant();
        return challenge.take()
                && answer.length() <= LONGEST_ANSWER
                && challenge.since().plus(PATIENCE).isAfter(now);
    }

    @Override
    public Begun beginProof(@Nullable LoginName login, Site site) {
        UserVerificationRequirement verification =
                login == null ? UserVerificationRequirement.REQUIRED : UserVerificationRequirement.PREFERRED;
        PublicKeyCredentialRequestOptions options = ceremonies
                .at(site, verification)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(login == null ? null : named(login)));
        return new Begun(
                new PasskeyChallenge(options, login == null ? null : login.value(), clock.instant()),
                json.writeValueAsString(options));
    }

    @Override
    public Proof prove(PasskeyChallenge challenge, String answer, Site site, String address) {
        Optional<LoginName> whose = Optional.ofNullable(challenge.login()).map(LoginName::new);
        Optional<Instant> blocked = throttle.blockedUntil(whose, address);
        if (blocked.isPresent()) {
            return new Throttled(blocked.get());
        }
        Optional<Person> person =
                challenge.options() instanceof PublicKeyCredentialRequestOptions options && takes(challenge, answer)
                        ? proven(options, answer, site)
                        : Optional.empty();
        // A passkey of somebody else proves nothing about the one who was asked.
        Optional<Person> right =
                person.filter(found -> whose.isEmpty() || whose.get().equals(found.login()));
        if (right.isEmpty()) {
            throttle.failed(whose, address);
            whose.ifPresent(login -> events.tell(new AccountEvent.SecondFactorRefused(login, address, false)));
            return new Refused(whose);
        }
        throttle.succeeded(right.get().login());
        return new Proven(right.get());
    }

    private Optional<Person> proven(PublicKeyCredentialRequestOptions options, String answer, Site site) {
        try {
            RelyingPartyAuthenticationRequest request =
                    new RelyingPartyAuthenticationRequest(options, json.readValue(answer, ASSERTION));
            PublicKeyCredentialUserEntity owner =
                    ceremonies.at(site, UserVerificationRequirement.PREFERRED).authenticate(request);
            return throttle.enabled(new LoginName(owner.getName()));
        } catch (RuntimeException hostile) {
            // Whatever an answer makes the parsers throw, it is an answer that does not hold.
            LOG.debug("a passkey was not accepted: {}", hostile.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    public Removal remove(Person person, long passkey) {
        return transactions.execute(_ -> {
            table.lock(person.login());
            boolean codes = factors.find(person.login())
                    .filter(row -> row.confirmedAt() != null)
                    .isPresent();
            if (person.needsSecondFactor() && !codes && table.number(person.login()) == 1) {
                return Removal.LAST_FACTOR;
            }
            if (!table.remove(person.login(), passkey)) {
                return Removal.NOTHING;
            }
            events.tell(new AccountEvent.PasskeyRemoved(person.login()));
            return Removal.REMOVED;
        });
    }
}
