package vn.lienthong.node.identity.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Passkeys.Site;

/** The steps of WebAuthn as the library does them, over our tables. */
@Component
class PasskeyCeremonies implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {
    private final PasskeyTable table;

    PasskeyCeremonies(PasskeyTable table) {
        this.table = table;
    }

    WebAuthnRelyingPartyOperations at(Site site, UserVerificationRequirement verification) {
        PublicKeyCredentialRpEntity party = PublicKeyCredentialRpEntity.builder()
                .id(site.domain())
                .name(site.domain())
                .build();
        Webauthn4JRelyingPartyOperations operations =
                new Webauthn4JRelyingPartyOperations(this, this, party, Set.of(site.origin()));
        operations.setCustomizeRequestOptions(options -> options.userVerification(verification));
        return operations;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return table.owner(handle.getBytes())
                .map(login -> entity(login, handle))
                .orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String login) {
        LoginName name = new LoginName(login);
        return entity(name, new Bytes(table.handle(name)));
    }

    private static PublicKeyCredentialUserEntity entity(LoginName login, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(login.value())
                .displayName(login.value())
                .id(handle)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("every account has a handle when it is asked for");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys are removed by their owner");
    }

    /** A key that is there already is one that was used. */
    @Override
    public void save(CredentialRecord key) {
        if (table.find(key.getCredentialId().getBytes()).isEmpty()) {
            table.add(key);
        } else if (!table.used(key)) {
            throw new IllegalArgumentException("the counter of the passkey went back");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return table.find(credential.getBytes()).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return table.records(handle.getBytes());
    }
}
