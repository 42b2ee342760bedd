package vn.lienthong.node.platform;

/**
 * What this installation tells about itself to everybody.
 *
 * @param name the name that people gave it, set by {@code lienthong.name}
 * @param role what it is
 * @param training whether people train here and nothing is real
 * @param sandbox whether programs try themselves out here; then {@code training} is true as well
 * @param version of the software, {@code dev} when it was not built as a jar
 */
public record NodeFacts(String name, Role role, boolean training, boolean sandbox, String version) {}
