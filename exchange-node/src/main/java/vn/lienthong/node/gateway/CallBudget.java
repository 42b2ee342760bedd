package vn.lienthong.node.gateway;

import jakarta.servlet.http.HttpServletResponse;
import vn.lienthong.node.identity.ApiCaller;

/** How many requests each key and each agency may send, whatever door they come through. */
@FunctionalInterface
public interface CallBudget {

    /**
     * Counts a request; headers of the answer tell what is left.
     *
     * @throws ProblemException 429 when the key or its agency has none left
     */
    void pass(ApiCaller caller, HttpServletResponse response);
}
