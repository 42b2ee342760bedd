package vn.lienthong.core.edxml;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;

/** Agencies, people, stations and references to other documents. */
final class PartyFields {

    private PartyFields() {}

    static Organization organization(Node node) throws FaultException {
        Contact contact = new Contact(
                Fields.line(node, "OrganAdd", 500),
                Fields.line(node, "Email", 100),
                Fields.line(node, "Telephone", 50),
                Fields.line(node, "Fax", 50),
                Fields.line(node, "Website", 200));
        return new Organization(
                Fields.agency(node, "OrganId"),
                Fields.line(node, "OrganName", 200),
                Fields.line(node, "OrganizationInCharge", 200),
                contact.equals(Contact.NONE) ? Contact.NONE : contact);
    }

    static EdxmlStaff staff(Node node) throws FaultException {
        return new EdxmlStaff(
                Fields.line(node, "Department", 200),
                Fields.line(node, "DepartmentId", 100),
                Fields.line(node, "Staff", 200),
                Fields.line(node, "StaffId", 100),
                Fields.line(node, "Email", 100),
                Fields.line(node, "Mobile", 50));
    }

    /** Returns the people who are named with anything. */
    static List<EdxmlStaff> allStaff(Node node) throws FaultException {
        List<EdxmlStaff> named = new ArrayList<>();
        for (Node one : node.all("StaffInfo").toList()) {
            EdxmlStaff staff = staff(one);
            if (!staff.equals(EdxmlStaff.NONE)) {
                Counts.check(one, named.size() + 1, EdxmlLetter.MAX_STAFF);
                named.add(staff);
            }
        }
        return named;
    }

    /** Returns the stations; systems write the word null for one without a code. */
    static List<TraceHop> trace(Node list) throws FaultException {
        List<TraceHop> hops = new ArrayList<>();
        for (Node header : list.all("TraceHeader").toList()) {
            Counts.check(header, hops.size() + 1, EdxmlLetter.MAX_TRACE);
            String organ = Fields.line(header, "OrganId", 100);
            hops.add(new TraceHop(organ.equals("null") ? "" : organ, time(header)));
        }
        return hops;
    }

    /** Returns the time of a child; null when it is absent or no such time exists: nothing depends on it. */
    static @Nullable LocalDateTime time(Node node) throws FaultException {
        return EdxmlTimes.time(Fields.line(node, "Timestamp", 100)).orElse(null);
    }

    /** Returns the document that is referred to; an empty reference is nothing, and a day that does not exist is passed over. */
    static Optional<ResponseFor> responseFor(Node node) throws FaultException {
        String organ = Fields.line(node, "OrganId", 100);
        String code = code(node);
        String documentId = Fields.line(node, "DocumentId", 200);
        var day = EdxmlTimes.day(Fields.line(node, "PromulgationDate", 100));
        if ((organ + code + documentId).isEmpty() && day.isEmpty()) {
            return Optional.empty();
        }
        // A system writes the two the wrong way round; no agency's code has a stroke in it.
        boolean swapped = organ.contains("/") && AgencyCode.check(code) instanceof AgencyCodeCheck.Valid;
        return Optional.of(
                swapped
                        ? new ResponseFor(code, organ, documentId, day.orElse(null))
                        : new ResponseFor(organ, code, documentId, day.orElse(null)));
    }

    /** The displayed form as a rule, number and notation apart now and then. */
    private static String code(Node node) throws FaultException {
        Node code = node.part("Code");
        String number = Fields.line(code, "CodeNumber", 30);
        String notation = Fields.line(code, "CodeNotation", 60);
        if ((number + notation).isEmpty()) {
            return Fields.line(code, 100);
        }
        return number.isEmpty() || notation.isEmpty() ? number + notation : number + "/" + notation;
    }
}
