package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;

/** Accounts in the database. */
@Component
class DatabaseAccountStore implements AccountStore {
    private final AccountRows rows;

    DatabaseAccountStore(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredAccount> add(NewAccount account, String passwordHash, Instant at) {
        if (rows.findByLogin(account.login().value()).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rows.saveAndFlush(new AccountEntity(account, passwordHash, at))
                    .toStored());
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<StoredAccount> find(LoginName login) {
        return rows.findByLogin(login.value()).map(AccountEntity::toStored);
    }

    @Override
    public boolean replacePassword(LoginName login, String passwordHash) {
        return rows.replacePassword(login.value(), passwordHash) == 1;
    }

    @Override
    public boolean disable(LoginName login) {
        return rows.disable(login.value()) == 1;
    }

    @Override
    public boolean touch(LoginName login) {
        return rows.touch(login.value()) == 1;
    }

    @Override
    public boolean claim(String milestone, Instant at) {
        return rows.claim(milestone, at) == 1;
    }
}
