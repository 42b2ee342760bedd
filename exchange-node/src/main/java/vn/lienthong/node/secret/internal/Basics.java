package vn.lienthong.node.secret.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.platform.InNodeRole;

/**
 * What every service needs.
 *
 * @param transactions in which rows move and are recorded
 * @param clock tells the time
 * @param ids new names
 * @param random for keys
 */
@InNodeRole
@Component
record Basics(TransactionTemplate transactions, InstantSource clock, TimeOrderedIds ids, SecureRandom random) {

    Instant now() {
        return clock.instant();
    }
}
