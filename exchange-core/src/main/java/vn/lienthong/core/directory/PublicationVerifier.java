package vn.lienthong.core.directory;

/** Checks both signatures of a publication with the directory's certificates, which the node pinned at enrolment. */
@FunctionalInterface
public interface PublicationVerifier {

    /** Returns whether the classical and the post-quantum signature both verify over the exact octets. */
    boolean verifies(SignedPublication publication);
}
