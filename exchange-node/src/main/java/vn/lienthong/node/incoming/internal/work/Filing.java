package vn.lienthong.node.incoming.internal.work;

import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Folder;
import vn.lienthong.node.platform.InNodeRole;

/** Putting documents away into case folders, and taking them out again. */
@Component
@InNodeRole
public class Filing {

    private final Acts acts;
    private final Routing routing;
    private final Registration registration;
    private final DocumentRows rows;

    Filing(Acts acts, Routing routing, Registration registration, DocumentRows rows) {
        this.acts = acts;
        this.routing = routing;
        this.registration = registration;
        this.rows = rows;
    }

    /**
     * Puts a document away.
     *
     * @param code number of the folder; may be empty
     * @param title of the folder; may be empty when there is a number
     */
    public Outcome file(Person person, long id, int version, String code, String title) {
        return acts.run(() -> acts.with(
                person,
                id,
                version,
                IncomingAct.FILE,
                locked -> routing.doer(person, locked)
                        .<Outcome>map(doer -> {
                            Folder folder = new Folder(code, title, locked.state());
                            rows.filed(locked, folder);
                            registration.filed(person, locked, folder);
                            return new Outcome.Done(
                                    acts.move(acts.again(locked), doer, IncomingAct.FILE, folder.display()));
                        })
                        .orElseGet(Outcome.Absent::new)));
    }

    /** Takes a document out of its folder: it stands where it stood before, and the folder is still known. */
    public Outcome unfile(Person person, long id, int version) {
        return acts.run(() -> acts.with(person, id, version, IncomingAct.UNFILE, locked -> {
            Folder folder = locked.folder();
            IncomingState from = folder.filedFrom();
            rows.filed(locked, new Folder(folder.code(), folder.title(), null));
            IncomingState next = from == null ? IncomingState.DONE : from;
            IncomingDocument out =
                    acts.move(acts.again(locked), Acts.doer(person), IncomingAct.UNFILE, next, folder.display());
            return new Outcome.Done(out);
        }));
    }
}
