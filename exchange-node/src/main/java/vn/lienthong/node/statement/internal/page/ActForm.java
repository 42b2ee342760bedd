package vn.lienthong.node.statement.internal.page;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;

/** What was typed into the form of C12. Never prints itself. */
final class ActForm {

    private static final int MOST = 500;

    private String act = "recall";
    private List<String> recipients = List.of();
    private String reason = "";
    private String other = "";
    private String changes = "";

    /** An empty form. */
    ActForm() {}

    /** Returns which act was chosen. */
    public String getAct() {
        return act;
    }

    /** Takes which act was chosen. */
    public void setAct(@Nullable String chosen) {
        act = Objects.requireNonNullElse(chosen, "");
    }

    /** Returns the codes that were ticked. */
    public List<String> getRecipients() {
        return recipients;
    }

    /** Takes the codes that were ticked. */
    public void setRecipients(@Nullable List<String> ticked) {
        recipients = ticked == null ? List.of() : ticked.stream().limit(MOST).toList();
    }

    /** Returns the reason. */
    public String getReason() {
        return reason;
    }

    /** Takes the reason. */
    public void setReason(@Nullable String typed) {
        reason = Objects.requireNonNullElse(typed, "");
    }

    /** Returns the other document's parcel. */
    public String getOther() {
        return other;
    }

    /** Takes the other document's parcel. */
    public void setOther(@Nullable String chosen) {
        other = Objects.requireNonNullElse(chosen, "");
    }

    /** Returns the changes, one per line. */
    public String getChanges() {
        return changes;
    }

    /** Takes the changes, one per line. */
    public void setChanges(@Nullable String typed) {
        changes = Objects.requireNonNullElse(typed, "");
    }

    /** The codes that are codes. */
    Set<AgencyCode> codes() {
        return recipients.stream()
                .filter(code -> AgencyCode.check(code) instanceof AgencyCodeCheck.Valid)
                .map(AgencyCode::new)
                .collect(Collectors.toSet());
    }

    /** The lines that say something. */
    List<String> lines() {
        return changes.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Shows nothing that was typed. */
    @Override
    public String toString() {
        return "ActForm[" + act + "]";
    }
}
