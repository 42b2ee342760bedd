package vn.lienthong.node.identity.internal;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SignInRecord;

/** The last sign-in of every account, in the database. */
@Service
public class StoredSignInRecord implements SignInRecord {
    private final SecondFactorTable table;
    private final AccountEvents events;
    private final InstantSource clock;

    /** Joins the parts. */
    StoredSignInRecord(SecondFactorTable table, AccountEvents events, InstantSource clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Previous> signedIn(Person person, String address, boolean secondFactor) {
        Optional<Previous> before = table.lastSignIn(person.login());
        table.signedIn(person.login(), clock.instant(), address);
        events.tell(new AccountEvent.SignedIn(person.login(), address, secondFactor));
        return before;
    }
}
