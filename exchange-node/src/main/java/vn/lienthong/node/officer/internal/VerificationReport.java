package vn.lienthong.node.officer.internal;

import java.util.Locale;
import vn.lienthong.node.log.LogState;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.platform.NodeFacts;

/** The result of a verification in writing, in both languages. */
final class VerificationReport {
    private VerificationReport() {}

    static String text(NodeFacts facts, LogState state, VerificationJob.Run run, LogVerdict verdict) {
        StringBuilder text = new StringBuilder();
        line(text, "KIỂM CHỨNG NHẬT KÝ / VERIFICATION OF THE LOG", "");
        line(text, "Nút / Node", facts.name() + " (" + facts.version() + ")");
        line(text, "Nhật ký / Log", state.origin());
        line(text, "Người yêu cầu / Asked by", run.by());
        line(text, "Bắt đầu / Begun", run.begunAt() + " UTC");
        line(text, "Kết thúc / Ended", run.endedAt() + " UTC");
        line(text, "Số mục / Entries", verdict.checked() + " / " + verdict.size());
        line(text, "Gốc / Root", String.valueOf(verdict.root()));
        line(text, "Kết quả / Result", verdict.isSound() ? "NGUYÊN VẸN / SOUND" : "CÓ LỖI / FAULTS FOUND");
        line(text, "Số lỗi / Faults", Long.toString(verdict.faultCount()));
        for (LogVerdict.Fault fault : verdict.faults()) {
            line(text, "  " + fault.kind() + " #" + fault.index(), fault.place() + ": " + fault.detail());
        }
        for (LogVerdict.WitnessWord word : verdict.witnesses()) {
            line(
                    text,
                    "Nhân chứng / Witness " + word.witness(),
                    String.format(
                            Locale.ROOT,
                            "%s, %d, %s",
                            word.confirms() ? "xác nhận / confirms" : "KHÔNG XÁC NHẬN / DOES NOT CONFIRM",
                            word.size(),
                            word.detail()));
        }
        line(text, "", "");
        text.append("Kết quả này cũng là một mục trong chính nhật ký (audit.verify).\n")
                .append("This result is itself an entry of the log (audit.verify).\n");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(name.isEmpty() || value.isEmpty() ? "" : ": ")
                .append(value)
                .append('\n');
    }
}
