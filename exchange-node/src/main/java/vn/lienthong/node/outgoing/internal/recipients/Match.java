package vn.lienthong.node.outgoing.internal.recipients;

import java.util.List;

/** Which agency a written name means. */
public sealed interface Match {

    /**
     * This one and no other.
     *
     * @param agency the agency
     */
    record Found(Listed agency) implements Match {}

    /**
     * It is an old name or a closed code; these take its documents now.
     *
     * @param successors one or several
     */
    record Moved(List<Listed> successors) implements Match {

        /** Copies the list. */
        public Moved {
            successors = List.copyOf(successors);
        }
    }

    /**
     * Nobody is called so; a person decides.
     *
     * @param near agencies whose names come near, at most five
     */
    record Unclear(List<Listed> near) implements Match {

        /** Copies the list. */
        public Unclear {
            near = List.copyOf(near);
        }
    }
}
