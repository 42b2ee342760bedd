package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/** What people do with their accounts, apart from refusals, which are a {@link Refusal}. Never carries a password or a code. */
public sealed interface AccountEvent {
    /**
     * Whose account it is.
     *
     * @return the login name
     */
    LoginName login();

    /**
     * An account was opened.
     *
     * @param login whose
     * @param roles what it may do
     */
    record Created(LoginName login, Set<Role> roles) implements AccountEvent {
        /** Copies the roles. */
        public Created {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * An account was closed.
     *
     * @param login whose
     */
    record Disabled(LoginName login) implements AccountEvent {}

    /**
     * A closed account was opened again.
     *
     * @param login whose
     */
    record Enabled(LoginName login) implements AccountEvent {}

    /**
     * An account was given other roles or agencies.
     *
     * @param login whose
     * @param granted roles it did not have before
     * @param revoked roles it has no more
     * @param agencies for whom from now on
     */
    record Assigned(LoginName login, Set<Role> granted, Set<Role> revoked, Set<AgencyCode> agencies)
            implements AccountEvent {
        /** Copies the sets. */
        public Assigned {
            granted = Set.copyOf(granted);
            revoked = Set.copyOf(revoked);
            agencies = Set.copyOf(agencies);
        }
    }

    /**
     * A password was replaced.
     *
     * @param login whose
     */
    record PasswordReplaced(LoginName login) implements AccountEvent {}

    /**
     * Signed in, after the second factor where there is one.
     *
     * @param login who
     * @param address the network address
     * @param secondFactor whether a second factor was shown
     */
    record SignedIn(LoginName login, String address, boolean secondFactor) implements AccountEvent {}

    /**
     * Signed out by hand.
     *
     * @param login who
     * @param address the network address
     */
    record SignedOut(LoginName login, String address) implements AccountEvent {}

    /**
     * The password was right, the code of the second factor was not.
     *
     * @param login who
     * @param address the network address
     * @param throttled whether it was not even looked at, after too many failures
     */
    record SecondFactorRefused(LoginName login, String address, boolean throttled) implements AccountEvent {}

    /**
     * A second factor was set up.
     *
     * @param login who
     */
    record SecondFactorEnrolled(LoginName login) implements AccountEvent {}

    /**
     * An administrator took the second factor away; it must be set up again.
     *
     * @param login whose
     * @param by who did it
     */
    record SecondFactorReset(LoginName login, LoginName by) implements AccountEvent {}

    /**
     * Signed in with a recovery code.
     *
     * @param login who
     * @param left how many are left
     */
    record RecoveryCodeUsed(LoginName login, int left) implements AccountEvent {}

    /**
     * New recovery codes were made, the old ones work no more.
     *
     * @param login who
     */
    record RecoveryCodesReplaced(LoginName login) implements AccountEvent {}

    /**
     * All sessions of the account were ended.
     *
     * @param login who
     */
    record SessionsEnded(LoginName login) implements AccountEvent {}

    /**
     * A role was given for an agency or for the node.
     *
     * @param login whose
     * @param role which
     * @param agency for which, or null for the node
     * @param until when it ends, or null
     */
    record RoleGiven(
            LoginName login,
            Role role,
            @Nullable AgencyCode agency,
            @Nullable Instant until) implements AccountEvent {}

    /**
     * A role was taken away for an agency or for the node.
     *
     * @param login whose
     * @param role which
     * @param agency for which, or null for the node
     */
    record RoleTaken(LoginName login, Role role, @Nullable AgencyCode agency) implements AccountEvent {}

    /** What was done about a clearance. */
    enum ClearanceAct {
        /** A first person proposed it. */
        PROPOSED,
        /** A second person confirmed it; it counts from now on. */
        CONFIRMED,
        /** A second person refused it. */
        REFUSED,
        /** Somebody took it away. */
        ENDED,
        /** Its last day is over. */
        RAN_OUT
    }

    /**
     * Something was done about a clearance.
     *
     * @param login whose
     * @param agency for whose documents
     * @param level up to which level
     * @param act what was done
     */
    record ClearanceChanged(LoginName login, AgencyCode agency, Secrecy level, ClearanceAct act)
            implements AccountEvent {}

    /**
     * What a role carries was changed, or somebody wishes it.
     *
     * @param login who wished it or confirmed it
     * @param role which role
     * @param permission which permission
     * @param carried whether the role carries it then
     * @param act what was done
     */
    record RoleChanged(LoginName login, Role role, Permission permission, boolean carried, RoleAct act)
            implements AccountEvent {}

    /** What was done about a role. */
    enum RoleAct {
        /** A first administrator wishes it. */
        WISHED,
        /** A second administrator confirmed it; it holds. */
        CONFIRMED,
        /** An administrator dropped the wish. */
        DROPPED
    }

    /** What has to do with sessions, passkeys and identity providers. */
    sealed interface Access extends AccountEvent {}

    /**
     * One session was ended by its person or an administrator, from another session.
     *
     * @param login whose
     * @param session which
     */
    record SessionEnded(LoginName login, SessionId session) implements Access {}

    /**
     * All sessions of the account but the present one were ended.
     *
     * @param login who
     * @param number how many
     */
    record OtherSessionsEnded(LoginName login, int number) implements Access {}

    /**
     * The second factor was shown once more, within a session.
     *
     * @param login who
     * @param passkey whether it was a passkey; else a code
     */
    record SecondFactorShown(LoginName login, boolean passkey) implements Access {}

    /**
     * A passkey was added.
     *
     * @param login whose
     */
    record PasskeyAdded(LoginName login) implements Access {}

    /**
     * A passkey was taken away by its owner.
     *
     * @param login whose
     */
    record PasskeyRemoved(LoginName login) implements Access {}

    /**
     * An account was linked to an identity of a provider.
     *
     * @param login whose
     * @param provider its name here
     */
    record ProviderLinked(LoginName login, String provider) implements Access {}

    /**
     * A link to an identity of a provider was taken away.
     *
     * @param login whose
     * @param provider its name here
     */
    record ProviderUnlinked(LoginName login, String provider) implements Access {}

    /** What happened in the life of an account. */
    enum LifeAct {
        /** It got a code with which its owner chooses a password. */
        INVITED,
        /** Its owner chose a password with the code. */
        JOINED,
        /** It is shut for the time being. */
        SUSPENDED,
        /** It is open again. */
        RESUMED,
        /** The last day of work is set. */
        LEAVES,
        /** The last day of work is set no more. */
        STAYS,
        /** The last day is over: it is shut and its roles have ended. */
        LEFT,
        /** Nobody uses it; it will be shut in a week. */
        WARNED,
        /** Nobody used it: it is shut. */
        DORMANT
    }

    /**
     * Something happened in the life of an account.
     *
     * @param login whose
     * @param act what
     */
    record LifeStep(LoginName login, LifeAct act) implements AccountEvent {}

    /** What happened to the emergency entry. */
    enum BreakGlassAct {
        /** New credentials lie sealed; those from before are void. */
        DRAWN,
        /** Both halves were used: the entry is open. */
        USED,
        /** The entry is shut again. */
        ENDED,
        /** A security officer has reviewed the use. */
        CLOSED
    }

    /**
     * Something happened to the emergency entry.
     *
     * @param login its account
     * @param act what
     */
    record BreakGlassStep(LoginName login, BreakGlassAct act) implements AccountEvent {}
}
