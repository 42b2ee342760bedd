package vn.lienthong.node.training.simulation;

import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.node.platform.InTraining;

/** Everything that simulated agencies can do. */
@Component
@InTraining
public class SimulatedWork implements Performer {

    private final Posting sending;
    private final Taking taking;
    private final Stating stating;

    SimulatedWork(Posting sending, Taking taking, Stating stating) {
        this.sending = sending;
        this.taking = taking;
        this.stating = stating;
    }

    @Override
    public Result perform(Act act) {
        return switch (act.kind()) {
            case SEND -> sending.send(act);
            case CALL_BACK -> stating.callBack(act);
            case TAKE -> taking.take(act);
            case REFUSE -> taking.refuse(act);
            case ASSIGN -> stating.state(act, Known.ASSIGNED);
            case BEGIN -> stating.state(act, Known.IN_PROGRESS);
            case FINISH -> stating.state(act, Known.COMPLETED);
            case ANSWER -> stating.answer(act);
        };
    }
}
