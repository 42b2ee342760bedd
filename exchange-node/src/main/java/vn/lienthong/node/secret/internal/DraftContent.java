package vn.lienthong.node.secret.internal;

import java.util.List;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.secret.SecretFields;

/**
 * What the table holds sealed of a draft.
 *
 * @param fields what is written about it
 * @param recipients codes
 * @param releasers log-in names of those who were asked
 * @param note words of the releaser who refused
 */
record DraftContent(SecretFields fields, List<String> recipients, List<String> releasers, String note) {

    DraftContent {
        recipients = List.copyOf(recipients);
        releasers = List.copyOf(releasers);
    }

    List<AgencyCode> codes() {
        return recipients.stream().map(AgencyCode::new).toList();
    }

    List<LoginName> logins() {
        return releasers.stream().map(LoginName::new).toList();
    }

    DraftContent askedOf(List<LoginName> chosen) {
        return new DraftContent(
                fields, recipients, chosen.stream().map(LoginName::value).toList(), "");
    }

    /** The same with the number that a book gave it. */
    DraftContent numbered(int number) {
        SecretFields same = fields;
        SecretFields numbered = new SecretFields(
                same.level(),
                same.typeName(),
                String.valueOf(number),
                same.codeNotation(),
                same.subject(),
                same.place(),
                same.issuedOn(),
                same.signerName(),
                same.signerPosition(),
                same.urgency(),
                same.dueDate(),
                same.protectedUntil(),
                same.declassifyOn());
        return new DraftContent(numbered, recipients, releasers, note);
    }

    DraftContent withNote(String words) {
        return new DraftContent(fields, recipients, releasers, words);
    }

    @Override
    public String toString() {
        return "DraftContent[" + fields.level() + "]";
    }
}
