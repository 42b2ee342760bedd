package vn.lienthong.core.edxml;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.ResponseFor;

/** Writes agencies, people, stations and references to other documents. */
final class PartyXml {

    private final XmlOut out;

    PartyXml(XmlOut out) {
        this.out = out;
    }

    void organization(String name, Organization organization) throws IOException {
        var contact = organization.contact();
        out.element(name, () -> {
            out.text("OrganId", organization.code().value());
            out.text("OrganizationInCharge", organization.inCharge());
            out.text("OrganName", organization.name());
            out.text("OrganAdd", contact.address());
            out.text("Email", contact.email());
            out.text("Telephone", contact.telephone());
            out.text("Fax", contact.fax());
            out.text("Website", contact.website());
        });
    }

    void responseFor(ResponseFor target) throws IOException {
        LocalDate day = target.promulgationDate();
        out.element("ResponseFor", () -> {
            out.text("OrganId", target.organId());
            out.text("Code", target.code());
            out.text("DocumentId", target.documentId());
            out.text("PromulgationDate", day == null ? "" : EdxmlTimes.write(day));
        });
    }

    void staff(EdxmlStaff staff) throws IOException {
        out.element("StaffInfo", () -> {
            out.text("Department", staff.department());
            out.text("DepartmentId", staff.departmentId());
            out.text("Staff", staff.staff());
            out.text("StaffId", staff.staffId());
            out.text("Email", staff.email());
            out.text("Mobile", staff.mobile());
        });
    }

    void hop(TraceHop hop) throws IOException {
        LocalDateTime at = hop.at();
        out.element("TraceHeader", () -> {
            out.text("OrganId", hop.organId());
            out.text("Timestamp", at == null ? "" : EdxmlTimes.write(at));
        });
    }
}
