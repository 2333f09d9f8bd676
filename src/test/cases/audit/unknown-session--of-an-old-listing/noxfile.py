import nox


@nox.session
def lint(session):
    session.run("true", external=True)


@nox.session(default=False)
def docs(session):
    session.run("true", external=True)
