package vn.lienthong.node.identity.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;

/** One row of {@code account} with its roles and agencies. */
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_agency", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "agency")
    private Set<String> agencies = new HashSet<>();

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
        this.roles = new HashSet<>(account.roles());
        this.agencies =
                account.agencies().stream().map(AgencyCode::value).collect(Collectors.toCollection(HashSet::new));
    }

    StoredAccount toStored() {
        Set<AgencyCode> codes = agencies.stream().map(AgencyCode::new).collect(Collectors.toSet());
        Person person = new Person(new LoginName(login), displayName, roles, codes, version);
        return new StoredAccount(person, passwordHash, enabled);
    }
}
