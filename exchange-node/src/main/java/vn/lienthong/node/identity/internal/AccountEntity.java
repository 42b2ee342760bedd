package vn.lienthong.node.identity.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.HeldRole;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SeparationOfDuties;

/** One row of {@code account}. */
@Entity
@Table(name = "account")
public class AccountEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String login = "";

    @Column(name = "display_name")
    private String displayName = "";

    @Column(name = "password_hash")
    private String passwordHash = "";

    @Column(name = "password_due")
    private boolean passwordDue;

    private boolean enabled;

    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    /** For Hibernate. */
    protected AccountEntity() {}

    AccountEntity(NewAccount account, String passwordHash, Instant createdAt) {
        this.login = account.login().value();
        this.displayName = account.displayName();
        this.passwordHash = passwordHash;
        this.passwordDue = false;
        this.enabled = true;
        this.version = 1;
        this.createdAt = createdAt;
    }

    /** An account in which duties meet counts as closed, however it came to be so. */
    StoredAccount toStored(Set<HeldRole> held) {
        Person person = new Person(new LoginName(login), displayName, held, version);
        boolean apart = SeparationOfDuties.allows(person.roles())
                && SeparationOfDuties.meeting(person.permissions()).isEmpty();
        return new StoredAccount(person, passwordHash, enabled && apart);
    }
}
