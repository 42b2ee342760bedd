package vn.lienthong.node.statement.internal.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was typed into the form of C13. Never prints itself. */
final class AnswerForm {

    private String request = "";
    private String decision = "";
    private String reason = "";

    /** An empty form. */
    AnswerForm() {}

    /** Returns which request is answered. */
    public String getRequest() {
        return request;
    }

    /** Takes which request is answered. */
    public void setRequest(@Nullable String named) {
        request = Objects.requireNonNullElse(named, "");
    }

    /** Returns what was decided. */
    public String getDecision() {
        return decision;
    }

    /** Takes what was decided. */
    public void setDecision(@Nullable String chosen) {
        decision = Objects.requireNonNullElse(chosen, "");
    }

    /** Returns the reason. */
    public String getReason() {
        return reason;
    }

    /** Takes the reason. */
    public void setReason(@Nullable String typed) {
        reason = Objects.requireNonNullElse(typed, "");
    }

    boolean isAgreed() {
        return decision.equals("agree");
    }

    boolean isDecided() {
        return isAgreed() || decision.equals("decline");
    }

    /** Shows nothing that was typed. */
    @Override
    public String toString() {
        return "AnswerForm[" + decision + "]";
    }
}
