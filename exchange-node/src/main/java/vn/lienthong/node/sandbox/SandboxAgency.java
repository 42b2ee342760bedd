package vn.lienthong.node.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;

/** The agencies of a sandbox: three for the programs that try themselves out, one of each bloc, and five that are simulated. */
public enum SandboxAgency {
    /** For a program. */
    COMMUNE("H99.07", "Ủy ban nhân dân xã Hương Giang", Bloc.GOVERNMENT, Play.PROGRAM),
    /** For a program. */
    COMMITTEE("A45.01", "Tỉnh ủy Sông Hương", Bloc.PARTY, Play.PROGRAM),
    /** For a program. */
    FRONT("I07.03", "Ủy ban MTTQ Việt Nam tỉnh Sông Hương", Bloc.FRONT, Play.PROGRAM),
    /** Takes at once and finishes: 01, 03, 04, 05, 06. Agrees to give back. */
    ACCEPT("H99.SIM.ACCEPT", "Cơ quan mô phỏng: tiếp nhận ngay", Bloc.GOVERNMENT, Play.ACCEPT),
    /** Refuses with a reason: 02. */
    REFUSE("H99.SIM.REFUSE", "Cơ quan mô phỏng: từ chối", Bloc.GOVERNMENT, Play.REFUSE),
    /** Takes after thirty minutes of the sandbox's clock. Declines to give back what it has taken. */
    SLOW30M("A45.SIM.SLOW30M", "Cơ quan mô phỏng: tiếp nhận sau 30 phút", Bloc.PARTY, Play.SLOW),
    /** Takes at once, sends a document of its own and asks for it back. */
    RECALL("I07.SIM.RECALL", "Cơ quan mô phỏng: gửi văn bản rồi đề nghị lấy lại", Bloc.FRONT, Play.RECALL),
    /** Is served by a node that is never there: queued, then expired. */
    OFFLINE("H99.SIM.OFFLINE", "Cơ quan mô phỏng: mất kết nối", Bloc.GOVERNMENT, Play.OFFLINE);

    private static final String MARK = " – thử nghiệm";

    private final String code;
    private final String title;
    private final Bloc bloc;
    private final Play play;

    SandboxAgency(String code, String title, Bloc bloc, Play play) {
        this.code = code;
        this.title = title;
        this.bloc = bloc;
        this.play = play;
    }

    /** Who plays an agency, and how. */
    public enum Play {
        /** A program of an agency. */
        PROGRAM,
        /** Takes everything. */
        ACCEPT,
        /** Refuses everything. */
        REFUSE,
        /** Takes late. */
        SLOW,
        /** Sends something and wants it back. */
        RECALL,
        /** Is away. */
        OFFLINE
    }

    /** Those for programs. */
    public static List<SandboxAgency> programs() {
        return Arrays.stream(values()).filter(agency -> !agency.isSimulated()).toList();
    }

    /** Those to which programs send. */
    public static List<SandboxAgency> simulated() {
        return Arrays.stream(values()).filter(SandboxAgency::isSimulated).toList();
    }

    /** The one with the code; empty for strangers. */
    public static Optional<SandboxAgency> of(AgencyCode code) {
        return Arrays.stream(values())
                .filter(agency -> agency.code.equals(code.value()))
                .findFirst();
    }

    /** Returns whether the sandbox plays it. */
    public boolean isSimulated() {
        return play != Play.PROGRAM;
    }

    /** Its code in the directory. */
    public AgencyCode code() {
        return new AgencyCode(code);
    }

    /** Its name in the directory; says that it is for trying out. */
    public String title() {
        return title + MARK;
    }

    /** Its name without the mark. */
    public String plainName() {
        return title;
    }

    /** Its bloc. */
    public Bloc bloc() {
        return bloc;
    }

    /** Who plays it, and how. */
    public Play play() {
        return play;
    }
}
