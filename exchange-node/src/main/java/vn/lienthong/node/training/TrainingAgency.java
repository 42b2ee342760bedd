package vn.lienthong.node.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;

/** The agencies of an installation for training: invented, of three blocs. The first is the trainee's, the others are simulated. */
public enum TrainingAgency {
    /** The trainee's own. */
    TRAINEE("H99.07", "Ủy ban nhân dân xã Hương Giang – tập huấn", Bloc.GOVERNMENT, Temper.HUMAN),
    /** Takes everything at once and finishes it soon. */
    PROVINCE("H99.01", "Văn phòng Ủy ban nhân dân tỉnh Sông Hương – tập huấn", Bloc.GOVERNMENT, Temper.PROMPT),
    /** Takes its time, and gives back nothing. */
    HOME_AFFAIRS("H99.02", "Sở Nội vụ tỉnh Sông Hương – tập huấn", Bloc.GOVERNMENT, Temper.UNYIELDING),
    /** Refuses whatever comes. */
    FINANCE("H99.03", "Sở Tài chính tỉnh Sông Hương – tập huấn", Bloc.GOVERNMENT, Temper.REFUSING),
    /** Opens nothing before it is reminded. */
    UPSTREAM("H99.08", "Ủy ban nhân dân xã Thượng Nguồn – tập huấn", Bloc.GOVERNMENT, Temper.SILENT),
    /** Takes everything at once and finishes it soon. */
    PARTY_COMMITTEE("A45.01", "Tỉnh ủy Sông Hương – tập huấn", Bloc.PARTY, Temper.PROMPT),
    /** Slow, but comes to the end. */
    PARTY_ORGANISATION("A45.02", "Ban Tổ chức Tỉnh ủy Sông Hương – tập huấn", Bloc.PARTY, Temper.SLOW),
    /** Ordinary. */
    FRONT_PROVINCE("I07.03", "Ủy ban MTTQ Việt Nam tỉnh Sông Hương – tập huấn", Bloc.FRONT, Temper.STEADY),
    /** Ordinary; asks for the return of something that it has sent. */
    FRONT_COMMUNE("I07.04", "Ủy ban MTTQ Việt Nam xã Hương Giang – tập huấn", Bloc.FRONT, Temper.STEADY);

    private static final String MARK = " – tập huấn";

    private final String code;
    private final String title;
    private final Bloc bloc;
    private final Temper temper;

    TrainingAgency(String code, String title, Bloc bloc, Temper temper) {
        this.code = code;
        this.title = title;
        this.bloc = bloc;
        this.temper = temper;
    }

    /** How an agency treats what it gets. */
    public enum Temper {
        /** People do it. */
        HUMAN,
        /** All steps within a minute. */
        PROMPT,
        /** All steps within two minutes. */
        STEADY,
        /** All steps, each a long time after the other. */
        SLOW,
        /** Takes everything and declines to give anything back. */
        UNYIELDING,
        /** Refuses with a reason. */
        REFUSING,
        /** Does nothing until it is reminded. */
        SILENT
    }

    /** Those that are played by the program. */
    public static List<TrainingAgency> simulated() {
        return Arrays.stream(values()).filter(TrainingAgency::isSimulated).toList();
    }

    /** The one with the code; empty for strangers. */
    public static Optional<TrainingAgency> of(AgencyCode code) {
        return Arrays.stream(values())
                .filter(agency -> agency.code.equals(code.value()))
                .findFirst();
    }

    /** Returns whether the program plays it. */
    public boolean isSimulated() {
        return temper != Temper.HUMAN;
    }

    /** Its code in the directory. */
    public AgencyCode code() {
        return new AgencyCode(code);
    }

    /** Its name in the directory; says that it is for training. */
    public String title() {
        return title;
    }

    /** Its name without the mark, as it stands in the head of its letters. */
    public String plainName() {
        return title.replace(MARK, "");
    }

    /** Its bloc. */
    public Bloc bloc() {
        return bloc;
    }

    /** How it treats what it gets. */
    public Temper temper() {
        return temper;
    }
}
