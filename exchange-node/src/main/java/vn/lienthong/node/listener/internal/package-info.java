/** The Tomcat connectors of the two ports and the guard that keeps them apart. */
@NullMarked
package vn.lienthong.node.listener.internal;

import org.jspecify.annotations.NullMarked;
