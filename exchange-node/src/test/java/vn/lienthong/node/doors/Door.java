package vn.lienthong.node.doors;

import java.io.IOException;
import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/** The system of an agency, that knows one door of its node only. */
interface Door {

    /** Sends a letter. */
    void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException;

    /** Under which name a file of the letter travels when this door has sent it. */
    default String nameOf(String file, Letter letter) {
        return file;
    }

    /** Waits for the letter of that number, reads it and takes it. */
    Letter.Seen take(String number) throws IOException, InterruptedException;

    /** States to the sender of a letter that was taken where it stands. */
    void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException;

    /** Returns whether the recipient has stated this about the letter, as far as the door tells now. */
    boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException;
}
