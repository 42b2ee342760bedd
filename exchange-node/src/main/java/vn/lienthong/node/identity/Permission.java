package vn.lienthong.node.identity;

import java.util.Set;

/**
 * What people may do on a node, and which roles may do it as delivered. Machines have scopes of their own, see {@link ApiScope}.
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
    MANAGE_CALENDAR,
    /** Work with state secrets, as far as one is cleared and needs to know. */
    HANDLE_SECRETS,
    /** Release state secrets that somebody else composed, as the second of two people. */
    RELEASE_SECRETS,
    /** Print state secrets that one may look at, marked and with a reason: a copy, which the law leaves to whoever leads. */
    PRINT_SECRETS,
    /** Take state secrets that one may look at out of the system, marked and with a reason. */
    DOWNLOAD_SECRETS,
    /** Create, renew, roll and destroy the keys of agencies and of the node. */
    MANAGE_KEYS,
    /** Have it looked through who holds which right, and take away what nobody needs. */
    REVIEW_ACCESS,
    /** Propose up to which level of secrecy somebody is cleared; somebody else confirms it. */
    PROPOSE_CLEARANCES,
    /** Confirm or refuse the clearances that were proposed for the own agency. */
    CONFIRM_CLEARANCES;

    /**
     * Who has it as delivered; the table of roles on a node may say otherwise, see {@link RolePermissions}.
     *
     * @return at least one role
     */
    public Set<Role> delivered() {
        return switch (this) {
            case READ_DOCUMENTS, HANDLE_SECRETS -> Set.of(Role.CLERK, Role.LEADER, Role.OFFICER);
            case READ_REGISTERS -> Set.of(Role.CLERK, Role.LEADER);
            case RELEASE_SECRETS, PRINT_SECRETS, DOWNLOAD_SECRETS, CONFIRM_CLEARANCES -> Set.of(Role.LEADER);
            case KEEP_REGISTERS, SEND_DOCUMENTS -> Set.of(Role.CLERK);
            case READ_EVENTS,
                    VERIFY_LOG,
                    HANDLE_ALERTS,
                    EXPORT_EVENTS,
                    MANAGE_RETENTION,
                    REVIEW_ACCESS,
                    PROPOSE_CLEARANCES -> Set.of(Role.SECURITY_OFFICER);
            case MANAGE_ACCOUNTS, MANAGE_PROGRAMS, MANAGE_CALENDAR, MANAGE_KEYS -> Set.of(Role.ADMINISTRATOR);
        };
    }

    /**
     * What it gives power over; {@link SeparationOfDuties} says which of them never meet in one account.
     *
     * @return one of the duties
     */
    public Duty duty() {
        return switch (this) {
            case READ_DOCUMENTS,
                    READ_REGISTERS,
                    KEEP_REGISTERS,
                    SEND_DOCUMENTS,
                    HANDLE_SECRETS,
                    RELEASE_SECRETS,
                    PRINT_SECRETS,
                    DOWNLOAD_SECRETS -> Duty.DOCUMENTS;
            case READ_EVENTS, VERIFY_LOG, HANDLE_ALERTS, EXPORT_EVENTS, MANAGE_RETENTION, REVIEW_ACCESS -> Duty.LOG;
            case MANAGE_ACCOUNTS, MANAGE_PROGRAMS, MANAGE_KEYS -> Duty.ACCOUNTS;
            case PROPOSE_CLEARANCES -> Duty.CLEARANCES;
            case CONFIRM_CLEARANCES -> Duty.CONFIRMATION;
            case MANAGE_CALENDAR -> Duty.SETTINGS;
        };
    }

    /**
     * Tells whether it counts only at the agencies for which a role is held by name, and never at a node as a whole.
     *
     * @return true for everything about documents
     */
    public boolean perAgency() {
        return duty() == Duty.DOCUMENTS || duty() == Duty.CONFIRMATION;
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
