package vn.lienthong.node.platform;

/**
 * Named places at which a test may have the process killed, to prove that what was acknowledged survives. In production
 * nothing ever happens at them.
 */
@FunctionalInterface
public interface CrashPoints {

    /**
     * The program is at this place.
     *
     * @param name of the place, as {@code module.step}
     */
    void reach(String name);

    /** The ones of production: nothing happens. */
    static CrashPoints none() {
        return name -> {};
    }

    /**
     * The ones of this process: it is killed at the place that the system property {@code lienthong.crash-at} names, when
     * {@code lienthong.testing} is true as well. System properties and not settings, so that no file that an operator
     * edits can switch this on.
     */
    static CrashPoints ofThisProcess() {
        String place = System.getProperty("lienthong.crash-at");
        return Boolean.getBoolean("lienthong.testing") && place != null ? HaltingCrashPoints.at(place) : none();
    }
}
