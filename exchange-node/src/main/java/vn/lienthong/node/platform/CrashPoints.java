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
}
