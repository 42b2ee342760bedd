package vn.lienthong.node.identity;

import java.util.Set;

/**
 * What people may do on a node, and which roles may do it: the only place where this is decided. Machines have scopes of their
 * own, see {@link ApiScope}.
 */
public enum Permission {
    /** Open documents that came or went, their files and their journeys. */
    READ_DOCUMENTS,
    /** Look into the books of documents. */
    READ_REGISTERS,
    /** Keep the books of documents: numbers, opening, closing, printing, exporting. */
    KEEP_REGISTERS,
    /** Write, sign with the agency's key, number and send documents. */
    SEND_DOCUMENTS,
    /** See events: who did what to which document; never contents or subjects. */
    READ_EVENTS,
    /** See the state of the log and have all of it verified. */
    VERIFY_LOG,
    /** Take alerts on, work on them and close them. */
    HANDLE_ALERTS,
    /** Export events and make case dossiers. */
    EXPORT_EVENTS,
    /** Set how long events are kept, place legal holds and lift them. */
    MANAGE_RETENTION,
    /** Reset the second factor of another account. */
    MANAGE_ACCOUNTS,
    /** Set up how programs of agencies connect: where they are told of events. */
    MANAGE_PROGRAMS,
    /** Set working hours, holidays and the rules for due dates. */
    MANAGE_CALENDAR;

    /**
     * Who has it.
     *
     * @return at least one role
     */
    public Set<Role> roles() {
        return switch (this) {
            case READ_DOCUMENTS -> Set.of(Role.CLERK, Role.LEADER, Role.OFFICER);
            case READ_REGISTERS -> Set.of(Role.CLERK, Role.LEADER);
            case KEEP_REGISTERS, SEND_DOCUMENTS -> Set.of(Role.CLERK);
            case READ_EVENTS, VERIFY_LOG, HANDLE_ALERTS, EXPORT_EVENTS, MANAGE_RETENTION ->
                Set.of(Role.SECURITY_OFFICER);
            case MANAGE_ACCOUNTS, MANAGE_PROGRAMS, MANAGE_CALENDAR -> Set.of(Role.ADMINISTRATOR);
        };
    }

    /**
     * The name of the authority in the security context.
     *
     * @return the name with a prefix of its own
     */
    public String authority() {
        return "PERMISSION_" + name();
    }
}
