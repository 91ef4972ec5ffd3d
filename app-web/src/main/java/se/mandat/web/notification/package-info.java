/** What people are told by mail, in their calendar and on every page, and what they choose about it. */
package se.mandat.web.notification;
